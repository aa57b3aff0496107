import { comesBackToKi, comesBackToKj } from './round-trip.ts'

comesBackToKi('kj')
comesBackToKj('ki')
