import { comesBackToKi, comesBackToKj } from './round-trip.ts'

comesBackToKi('eps')
comesBackToKj('eps')
