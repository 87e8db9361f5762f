export { type CampaignAnswer, campaignSchema, checkCampaign, readCampaign } from './campaign-file.ts';
