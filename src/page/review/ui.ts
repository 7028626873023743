/** The one file that takes in preact. */
export { Component, type ComponentChild, h, render } from 'preact'
