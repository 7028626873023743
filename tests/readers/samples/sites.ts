/**
 * Pages as sites lay them out around a report: everything that such sites print beside it, in our own words. Each takes
 * the markup of an article and gives a page; nothing that it adds belongs to the report.
 */
import { pageOf } from './markup.js'

const lists = (title: string, items: readonly string[]) =>
  `<div class="box"><h3>${title}</h3><ul>${items.map((item, at) => `<li><a href="/p/${at}.html">${item}</a></li>`).join('')}</ul></div>`

/** A site that shares documents: bars to log in and to pay, pages of a reader, related documents, a rating. */
function documentSharing(article: string): string {
  return pageOf(`<div class="top-bar"><a href="/login">登录</a> <a href="/join">注册</a> <a href="/vip">开通会员</a>
<form action="/so"><input name="q" value="搜索文档"><button>搜索</button></form></div>
<div class="crumbs"><a href="/">首页</a> &gt; <a href="/c1">办公文档</a> &gt; <a href="/c2">工作总结</a></div>
<div class="wrap"><div class="left">
<div class="doc-info"><span>上传人：清溪小学</span> <span>文档编号：10086021</span> <span>上传时间：2021-03-09</span>
<span>格式：DOC</span> <span>页数：12</span> <span>大小：48.5KB</span> <span>浏览：326次</span> <span>下载：15次</span></div>
<div class="reader"><div class="page-1">${article}</div></div>
<div class="fold"><p>还剩 8 页未读，继续阅读</p><a href="/pay">下载文档（12 积分）</a></div>
<div class="tip"><p>本文档为用户上传，版权归原作者所有，如有侵权请联系本站客服删除。</p>
<p>1、下载后文档中的水印会自动去除。</p><p>2、如遇无法下载，请联系客服 QQ：800012345。</p></div>
<div class="score"><span>文档评分：4.6</span><span>收藏</span><span>举报</span><span>分享到微信</span></div></div>
<div class="right">${lists('相关文档', ['2020年小学工作总结', '乡镇教育工作汇报（最新）', '学校安全工作计划12篇'])}
${lists('热门推荐', ['党支部工作总结范文', '述职报告模板大全', '年度考核表下载'])}</div></div>
<div class="foot"><a href="/about">关于我们</a> | <a href="/help">帮助中心</a> | <a href="/law">免责声明</a>
<p>Copyright © 2010-2021 文档网 版权所有</p><p>某ICP备00000000号-1 某公网安备 00000000000000号</p></div>`)
}

/** A county's site: a header for print, counts, type sizes, sharing, neighbours of the page, lists of offices. */
function government(article: string): string {
  return pageOf(`<div class="header"><div class="logo"><a href="/">青山县人民政府门户网站</a></div>
<div class="tools"><a href="#">无障碍浏览</a> <a href="#">长者模式</a> <a href="#">繁体</a> 今天是2021年3月9日 星期二</div>
<div class="menu"><a href="/zwgk">政务公开</a><a href="/bmfw">便民服务</a><a href="/hdjl">互动交流</a></div></div>
<div class="position">当前位置：<a href="/">首页</a>&gt;<a href="/zwgk">政务公开</a>&gt;<a href="/tj">统计信息</a></div>
<table class="index"><tr><td>索引号：</td><td>011000/2021-00039</td><td>发布机构：</td><td>县政府办公室</td></tr>
<tr><td>发文日期：</td><td>2021-03-09</td><td>主题分类：</td><td>综合政务</td></tr></table>
<div class="meta">发布时间：2021-03-09 09:30　来源：县政府办公室　浏览次数：<span id="hits">1024</span>次
<span>字体：【<a>大</a> <a>中</a> <a>小</a>】</span> <a>打印本页</a> <a>关闭窗口</a> 分享到：<a></a></div>
<div id="zoom" class="content">${article}</div>
<div class="after"><p>【打印】 【关闭】 【收藏】</p><p>扫一扫在手机打开当前页</p>
<p>上一篇：<a href="/a">关于召开全县安全生产工作会议的通知</a></p><p>下一篇：<a href="/b">2021年第一季度经济运行情况</a></p>
<p>相关附件：</p><p>责任编辑：县政府办公室</p></div>
<div class="links"><select><option>省政府网站</option><option>市政府部门网站</option></select></div>
<div class="footer"><p>主办单位：青山县人民政府办公室　承办单位：青山县大数据中心</p>
<p>网站标识码：0000000000　某ICP备00000000号　某公网安备00000000000000号</p>
<p>联系电话：0000-0000000　地址：青山县城关镇人民路1号　网站地图</p></div>`)
}

/** A forum: a row for each who writes, floors, levels, signatures, the report in the first of them. */
function forum(article: string): string {
  const author = (name: string, floor: string) =>
    `<td class="author"><p>${name}</p><p>等级：初级会员</p><p>帖子：126</p><p>积分：508 分</p><p>注册时间：2009-5-6</p></td><td class="floor">${floor}</td>`
  return pageOf(`<div class="nav"><a href="/">论坛首页</a> » <a href="/f">公文交流</a> » 查看主题</div>
<div class="userbar">您尚未登录，请 <a>登录</a> 或 <a>注册</a>后查看更多内容</div>
<div class="pages"><a href="?1">1</a> <a href="?2">2</a> <a href="?3">3</a> 下一页</div>
<table class="thread"><tr>${author('山水之间', '楼主')}</tr><tr><td colspan="2">
<div class="posted">发表于 2010-3-9 10:21 | 只看该作者 | 倒序浏览</div>
<div class="post">${article}</div>
<div class="sign"><p>本帖最后由 山水之间 于 2010-3-9 10:30 编辑</p></div>
<div class="act"><a>回复</a> <a>引用</a> <a>举报</a> <a>收藏</a> <a>顶一下</a></div></td></tr></table>
<table class="thread"><tr>${author('老办公室', '沙发')}</tr><tr><td colspan="2">
<div class="posted">发表于 2010-3-9 11:02</div><div class="post">谢谢楼主分享！</div></td></tr></table>
<div class="reply"><p>您需要登录后才可以回帖</p><p>发表回复</p></div>
<div class="foot"><p>Powered by Discuz! X2</p><p>小黑屋|手机版|Archiver|公文论坛</p><p>GMT+8, 2010-3-10 08:00</p></div>`)
}

export const sitePages: Readonly<Record<string, (article: string) => string>> = {
  'a site that shares documents': documentSharing,
  'a site of a government': government,
  'a forum': forum,
}
