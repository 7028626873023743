# huanyuan in a container, with the packages for a queue: docker build -t huanyuan .
# It needs no network, no root, and writes where its call says: docker run --rm --network none --read-only --tmpfs /tmp \
#   -u "$(id -u)" -v "$PWD:/data" huanyuan build /data/reports -o /data/set
# Nothing is run when packages are installed; words are cut by jieba as WebAssembly.

FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json vite.config.ts vite.program.config.ts vite.review.config.ts ./
COPY README.md README.zh-CN.md CHANGELOG.md LICENSE ./
COPY bin bin
COPY corpus corpus
COPY schema schema
COPY scripts scripts
COPY measure measure
COPY src src
RUN npm run build && mkdir /packed && npm pack --ignore-scripts --pack-destination /packed
WORKDIR /app
RUN npm init --yes && npm pkg set overrides.msgpackr-extract=3.0.4 && \
  npm install --ignore-scripts --omit=dev /packed/huanyuan-*.tgz bullmq@6.7.0 ioredis@6.0.0

FROM node:24-bookworm-slim
COPY --from=build /app /app
ENV NODE_ENV=production LANG=C.UTF-8
USER node
WORKDIR /data
ENTRYPOINT ["node", "/app/node_modules/huanyuan/bin/huanyuan.js"]
CMD ["--help"]
