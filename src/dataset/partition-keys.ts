/** What a dataset can be divided by: columns of its documents that many of them share. */
export const partitionKeys = ['year', 'source', 'region'] as const
export type PartitionKey = (typeof partitionKeys)[number]
