// Speed, memory and size, always beside a floor measured in the same run. Figures are printed, never asserted, and the
// worse ones stand beside the better. `--quick` takes fewer samples.
import { benchConversion, benchReading } from './convert.mjs'
import { benchSize, benchStart } from './start.mjs'
import { benchMemory, benchValidation } from './validate.mjs'

console.log(`node ${process.version}, ${process.arch}`)
benchConversion()
benchReading()
await benchValidation()
benchMemory()
benchStart()
benchSize()
