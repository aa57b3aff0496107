import { staysValid } from './closure.ts'

staysValid('kj')
staysValid('r4')
