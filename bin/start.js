/** Starts the program, on a Node that is new enough to read this. */
import('../dist/program/entry.js').then(async ({ enter }) => {
  process.exitCode = await enter(process.argv)
})
