// Speed, memory and size, always beside a floor measured in the same run. Figures are printed, never asserted, and the
// worse ones stand beside the better. `--quick` takes fewer samples; `--java` measures the official engine too.
import { benchConversion, benchReading } from './convert.mjs'
import { benchJava } from './java.mjs'
import { benchSize, benchStart } from './start.mjs'
import { benchStream } from './stream.mjs'
import { benchMemory, benchValidation } from './validate.mjs'

console.log(`node ${process.version}, ${process.arch}`)
benchConversion()
benchReading()
benchStream()
await benchValidation()
benchMemory()
if (process.argv.includes('--java')) await benchJava()
benchStart()
benchSize()
