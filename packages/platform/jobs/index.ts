export { type Queue, type QueueName, queueNames, queues } from './queues.data.ts';
export { sendJob, type SendOptions } from './send-job.ts';
export { type Handler, type JobOptions, type Jobs, startJobs } from './start-jobs.ts';
