#!/usr/bin/env node
import { enter } from '../dist/program/entry.js'

process.exitCode = await enter(process.argv)
