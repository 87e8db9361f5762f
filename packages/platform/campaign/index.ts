export { type CampaignAnswer, campaignSchema, checkCampaign, readCampaign } from './campaign-file.ts';
export { campaignOf, saveCampaign, seedCampaigns } from './save-campaign.ts';
