/** Which segmenter cuts: nodejieba where its binding is built, else jieba as WebAssembly, which runs everywhere. */
import { jiebaWasmFiles, jiebaWasmSegmenter } from './jieba-wasm.js'
import { isNodejiebaBuilt, nodejiebaFiles, nodejiebaSegmenter } from './nodejieba.js'
import type { Segmenter } from './segmenter.js'

/** A segmenter that is found and loaded when it is first asked. */
export function openSegmenter(): Segmenter {
  let found: Segmenter | undefined
  const segmenter = () => {
    found ??= isNodejiebaBuilt() ? nodejiebaSegmenter() : jiebaWasmSegmenter()
    return found
  }
  return {
    get id() {
      return segmenter().id
    },
    tag: (text) => segmenter().tag(text),
  }
}

/** Every file that the tokens of this machine depend on. */
export function segmenterFiles(): string[] {
  return isNodejiebaBuilt() ? nodejiebaFiles() : jiebaWasmFiles()
}
