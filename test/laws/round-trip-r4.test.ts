import { comesBackToKi, comesBackToKj } from './round-trip.ts'

comesBackToKi('r4')
comesBackToKj('r4')
