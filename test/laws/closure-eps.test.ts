import { staysValid } from './closure.ts'

staysValid('eps')
