#!/usr/bin/env node
import { enter } from '../dist/cli/entry.js'

process.exitCode = await enter(process.argv)
