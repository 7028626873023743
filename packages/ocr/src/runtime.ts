/**
 * What runs the models: onnxruntime-web, which installs everywhere, or onnxruntime-node where it is at hand, which is
 * faster and gives the same. Both have one interface.
 */
import type { InferenceSession, Tensor } from 'onnxruntime-web'

interface Runtime {
  readonly InferenceSession: { create(model: Uint8Array, options: object): Promise<InferenceSession> }
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => Tensor
  readonly env: {
    readonly versions: { readonly node?: string; readonly web?: string }
    readonly wasm: { numThreads?: number }
  }
}

/** A model that can be run: one tensor in, one out. */
export interface Model {
  run(
    data: Float32Array,
    dims: readonly number[],
  ): Promise<{ readonly data: Float32Array; readonly dims: readonly number[] }>
  close(): Promise<void>
}

export interface Engine {
  /** Name and version. */
  readonly name: string
  open(model: Uint8Array): Promise<Model>
}

/** No dependency, so its name must not be one that is resolved when this is compiled. */
const faster = 'onnxruntime-node'

async function loadRuntime(): Promise<{ readonly runtime: Runtime; readonly isNative: boolean }> {
  const native = (await import(faster).catch(() => undefined)) as
    | ({ default?: Runtime } & Runtime)
    | undefined
  if (native !== undefined) return { runtime: native.default ?? native, isNative: true }
  const runtime = (await import('onnxruntime-web')) as unknown as Runtime
  return { runtime, isNative: false }
}

/** One thread each, since pages go to several. */
const nativeOptions = { intraOpNumThreads: 1, interOpNumThreads: 1 }
/** No arena, which would keep what the largest page took. */
const sparing = { enableCpuMemArena: false, enableMemPattern: false }

export async function loadEngine(): Promise<Engine> {
  const { runtime, isNative } = await loadRuntime()
  if (!isNative) runtime.env.wasm.numThreads = 1
  const { node, web } = runtime.env.versions
  return {
    name: isNative ? `onnxruntime-node ${node}` : `onnxruntime-web ${web}`,
    async open(model) {
      const session = await runtime.InferenceSession.create(model, {
        graphOptimizationLevel: 'all',
        logSeverityLevel: 3,
        ...sparing,
        ...(isNative && nativeOptions),
      })
      const [input, output] = [session.inputNames[0]!, session.outputNames[0]!]
      return {
        async run(data, dims) {
          const results = await session.run({ [input]: new runtime.Tensor('float32', data, dims) })
          const result = results[output]!
          return { data: result.data as Float32Array, dims: result.dims }
        },
        close: () => session.release(),
      }
    },
  }
}
