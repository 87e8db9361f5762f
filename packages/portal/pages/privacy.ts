import { html, type Markup } from '@liangjian/inspect';
import type { PageContext } from '../layout.ts';

/** Who runs this portal: the personal information handler of PIPL article 17. */
export interface PortalAuthority {
  readonly name: { readonly zh: string; readonly en: string };
  readonly address: { readonly zh: string; readonly en: string };
  /** Phone, mail or office hours under which a person can exercise the rights of PIPL articles 44 to 50. */
  readonly contact: { readonly zh: string; readonly en: string };
  /** Day the notice took effect, `YYYY-MM-DD`. */
  readonly effective: string;
}

const ZH = (who: PortalAuthority): Markup => html`<p>生效日期：${who.effective}</p>
<h2>一、由谁处理</h2><p>${who.name.zh}（${who.address.zh}）处理您通过本网站提交的个人信息。联系方式：${who.contact.zh}。</p>
<h2>二、处理什么、为什么</h2><ul class="plain">
<li>您写下的经过、店家信息、链接、短信原文和附件：用来核查和办理这件举报投诉。</li>
<li>选择实名时的姓名和联系方式：用来与您联系、组织调解、告知结果。选择匿名时不收集。</li>
<li>查询码：只保存由它计算出来的校验值，不保存查询码本身；用来让您查询进度。上一次使用的时间会显示给您，便于您发现他人冒用。</li></ul>
<p>处理的依据是履行法定职责（《中华人民共和国个人信息保护法》第十三条第一款第三项）。我们不使用 Cookie 记录浏览行为（输入查询码后有一个 20 分钟失效的会话 Cookie），不保存网络地址，不做统计画像，不使用第三方服务。</p>
<h2>三、怎样保管</h2><p>内容和附件逐件加密，钥匙由负责办理的单位掌握；身份信息另行加密，须两名工作人员共同批准并写明理由才能查看，每次申请、批准、拒绝和查看都有记录。上传的图片会另存一份去除拍摄地点和设备信息的副本，供工作人员查看；原件封存作为证据。</p>
<h2>四、保存多久</h2><p>按照办理案件和档案管理的法定期限保存；期满销毁钥匙，内容即无法恢复。没有进入案件的，自办结之日起三年内销毁。</p>
<h2>五、会给谁</h2><p>只提供给依法有管辖权的行政机关；涉嫌犯罪的依法移送公安机关。调解投诉时，只在您同意的范围内告知经营者解决问题所必需的内容。不向境外提供，不公开您的身份。</p>
<h2>六、您的权利</h2><p>您可以凭查询码查看、补充、更正您提交的内容，要求撤回投诉，要求我们解释处理规则。法律规定必须保存或者正在办理案件的内容，不能提前删除，我们会说明理由。对处理结果不服的，可以依法申请行政复议或者提起诉讼。</p>
<h2>七、孩子的信息</h2><p>不满十四周岁的孩子请由父母或者其他监护人提交。请只写办理这件事必需的信息。</p>
<h2>八、敏感个人信息</h2><p>身份证照片、人脸、健康、金融账户、行踪等信息一旦泄露容易造成伤害。除非它正是这件事的证据，请不要上传；必须上传时请遮住无关部分。我们对这些内容同样逐件加密。</p>
<h2>九、改变这份说明</h2><p>改变时在本页公布新的生效日期；对您已经提交的内容，不会在未经告知的情况下改变用途。</p>`;

const EN = (who: PortalAuthority): Markup => html`<p>In effect since: ${who.effective}</p>
<h2>1. Who is responsible</h2><p>${who.name.en} (${who.address.en}) handles the personal information that you send through this site. Contact: ${who.contact.en}.</p>
<h2>2. What is handled, and why</h2><ul class="plain">
<li>Your story, data of the business, links, messages and files: to check and handle this tip.</li>
<li>Your name and contact, if you give your name: to reach you, to mediate, to tell you the result. Nothing of this is collected when you stay anonymous.</li>
<li>The receipt code: only a check value computed from it is kept, never the code, so that you can follow up. The time of its last use is shown to you, so that you notice misuse.</li></ul>
<p>The basis is a legal duty (Personal Information Protection Law, article 13(1)(3)). No cookie follows your reading (after you enter a receipt code there is one session cookie that ends after 20 minutes); no network address is kept, no profile is made, no third party is involved.</p>
<h2>3. How it is kept</h2><p>Text and files are encrypted one by one; the key is with the office in charge. Your identity is encrypted apart and seen only when two officials agree and state a reason; every request, approval, refusal and look is recorded. A copy of each picture without place and device data is made for officials; the original is sealed as evidence.</p>
<h2>4. For how long</h2><p>As long as the law of procedure and archives says; then the key is destroyed and the content cannot be restored. What becomes no case is destroyed within three years of being finished.</p>
<h2>5. Who receives it</h2><p>Only authorities that are competent by law; the police where a crime is suspected. In mediation the business learns only what you agree to and what settling the matter needs. Nothing goes abroad and your identity is not published.</p>
<h2>6. Your rights</h2><p>With the receipt code you can read, add to and correct what you sent, withdraw a complaint, and ask how we handle it. What the law says must be kept, or what a running case needs, cannot be deleted early; we then say why. Against a result you may apply for administrative reconsideration or sue.</p>
<h2>7. Children</h2><p>For a child under fourteen a parent or guardian should write. Please write only what the matter needs.</p>
<h2>8. Sensitive personal information</h2><p>Photos of identity cards, faces, health, bank accounts and movements can do harm when they leak. Do not upload them unless they are the evidence itself, and cover what does not matter. They are encrypted one by one like everything else.</p>
<h2>9. Changes</h2><p>A change is published here with a new date. What you have already sent is not put to another use without telling you.</p>`;

/** The privacy notice of the portal itself, with every element of PIPL articles 17, 30 and 31. */
export const privacyBody = ({ language }: PageContext, authority: PortalAuthority): Markup =>
  language === 'zh' ? ZH(authority) : EN(authority);
