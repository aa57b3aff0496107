// Preloaded (`node -r`) into a program that is measured: at its end it tells fd 3 the most memory that the process held and
// the time of processor that it took. Linux counts memory in kilobytes here, and Node does the same elsewhere.
const { isMainThread } = require('node:worker_threads')

if (isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    require('node:fs').writeSync(3, JSON.stringify({ peak: maxRSS / 1000, cpu: (userCPUTime + systemCPUTime) / 1e6 }))
  })
}
