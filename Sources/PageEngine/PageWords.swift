/// What the page's own buttons and notices say.
///
/// Nothing here is about a law, a clause or a fact: those words come from the rules.
package enum PageWords {
  /// All of them; no key twice.
  package static var all: [PageWord] { frame + answers + lists + verdict + files + screening }

  // MARK: The frame

  private static let frame: [PageWord] = [
    PageWord(
      "title", zh: "创新基地申报条件自查", en: "Innovation base: self-check of the conditions"),
    PageWord(
      "privacy", zh: "数据只在本机，不会上传。断网也能使用。",
      en: "Your data stay on this computer. Nothing is uploaded; it works without a network."),
    PageWord("skipToForm", zh: "跳到表单", en: "Skip to the form"),
    PageWord("language", zh: "语言", en: "Language"),
    PageWord("notices", zh: "提示", en: "Notices"),
    PageWord("form", zh: "填写", en: "Form"),
    PageWord("sections", zh: "填写进度", en: "Sections"),
    PageWord("open", zh: "打开…", en: "Open…"),
    PageWord("save", zh: "保存", en: "Save"),
    PageWord("undo", zh: "撤销", en: "Undo"),
    PageWord("redo", zh: "重做", en: "Redo"),
    PageWord("more", zh: "更多", en: "More"),
    PageWord("showReport", zh: "自查表（打印）", en: "Self-check form (print)"),
    PageWord("showAnswers", zh: "填报内容一览表（便于抄入申报书）", en: "Table of the answers (to copy)"),
    PageWord("copyMarkdown", zh: "复制自查结果（Markdown）", en: "Copy the result (Markdown)"),
    PageWord("showScreening", zh: "推荐单位：一次检查多份…", en: "Recommending unit: check many…"),
    PageWord("startAnew", zh: "重新开始", en: "Start anew"),
    PageWord("keepDraft", zh: "在本机浏览器中保留草稿", en: "Keep a draft in this browser"),
    PageWord("unsaved", zh: "有修改未保存", en: "Unsaved changes"),
    PageWord("dropHere", zh: "松开鼠标，打开文件", en: "Drop to open"),
    PageWord("close", zh: "关闭", en: "Close"),
    PageWord("cancel", zh: "取消", en: "Cancel"),
    PageWord("done", zh: "完成", en: "Done"),
    PageWord("print", zh: "打印", en: "Print"),
    PageWord(
      "engineFailed",
      zh: "检查程序意外中断，已重新启动。刚才的输入“{typed}”没有计入，其他内容都在，可以继续填写；请先保存一份。",
      en:
        "The checker broke off and was started again. The last entry “{typed}” does not count yet; everything else is kept. Save a copy, then go on."
    ),
    PageWord("engineRefused", zh: "没有完成：{reason}", en: "This was not done: {reason}"),
    PageWord("listComma", zh: "、", en: ", "),
  ]

  // MARK: Fields

  private static let answers: [PageWord] = [
    PageWord("stages", zh: "检查哪些内容", en: "What to check"),
    PageWord(
      "stagesHint", zh: "可以多选；选得越多，要填的越多。", en: "One or more; the more, the more there is to fill in."),
    PageWord("yes", zh: "是", en: "Yes"),
    PageWord("no", zh: "否", en: "No"),
    PageWord("unanswered", zh: "未填", en: "No answer yet"),
    PageWord("wanted", zh: "待填", en: "Needed"),
    PageWord("noneOfThese", zh: "以上都没有", en: "None of these"),
    PageWord("noneShort", zh: "都没有", en: "None"),
    PageWord("otherCodes", zh: "还有：{value}", en: "Also: {value}"),
    PageWord("entered", zh: "填写的是“{value}”", en: "Entered: “{value}”"),
    PageWord("readAs", zh: "读作 {value}", en: "Read as {value}"),
    PageWord("usedFor", zh: "用于", en: "For"),
    PageWord("reading", zh: "解读", en: "Reading"),
    PageWord("errorSign", zh: "✗ ", en: "✗ "),
    PageWord("warningSign", zh: "! ", en: "! "),
    PageWord("unfoldUnused", zh: "显示本次用不到的 {count} 项", en: "Show what is not needed ({count})"),
    PageWord("foldUnused", zh: "收起本次用不到的 {count} 项", en: "Hide what is not needed ({count})"),
  ]

  // MARK: Lists

  private static let lists: [PageWord] = [
    PageWord("addRow", zh: "添加一行", en: "Add a row"),
    PageWord("pasteTable", zh: "粘贴表格…", en: "Paste a table…"),
    PageWord("none", zh: "没有", en: "There are none"),
    PageWord("listDone", zh: "已填完", en: "The list is complete"),
    PageWord("continueList", zh: "继续填写", en: "Go on with the list"),
    PageWord("clearList", zh: "清空", en: "Remove all rows"),
    PageWord("rowNumber", zh: "序号", en: "No."),
    PageWord("rowActions", zh: "对这一行的操作", en: "Actions on the row"),
    PageWord("rowActionsOf", zh: "第 {number} 行的操作", en: "Actions on row {number}"),
    PageWord("moveUp", zh: "上移", en: "Move up"),
    PageWord("moveDown", zh: "下移", en: "Move down"),
    PageWord("copyRow", zh: "复制", en: "Copy"),
    PageWord("removeRow", zh: "删除", en: "Remove"),
    PageWord("sortBy", zh: "按这一栏排序", en: "Sort by this column"),
    PageWord("labelWithUnit", zh: "{label}（{unit}）", en: "{label} ({unit})"),
    PageWord("cellName", zh: "{label}，第 {number} 行", en: "{label}, row {number}"),
    PageWord("aboutColumns", zh: "各栏怎么填", en: "About the columns"),
    PageWord("columnChoices", zh: "可填：{names}", en: "One of: {names}"),
    PageWord("pageBefore", zh: "上一页", en: "Previous"),
    PageWord("pageAfter", zh: "下一页", en: "Next"),
    PageWord(
      "pageRows", zh: "第 {first}–{last} 行，共 {count} 行", en: "Rows {first}–{last} of {count}"),
    PageWord("pasteInto", zh: "粘贴到“{list}”", en: "Paste into “{list}”"),
    PageWord(
      "pasteHere", zh: "在 Excel 或 WPS 表格中选中、复制，再粘贴到这里", en: "Copy the cells in Excel or WPS and paste them here"
    ),
    PageWord("firstLineIsHeader", zh: "第一行是标题", en: "The first line is a heading"),
    PageWord("preview", zh: "预览", en: "Preview"),
    PageWord("previewMore", zh: "另有 {count} 行没有列出", en: "{count} more rows are not shown"),
    PageWord("columnNumber", zh: "第 {number} 栏", en: "Column {number}"),
    PageWord("columnIs", zh: "“{name}”填入哪一栏", en: "What “{name}” is"),
    PageWord("columnIgnored", zh: "不采用", en: "Leave out"),
    PageWord("pastedAs", zh: "原文：{value}", en: "pasted: {value}"),
    PageWord("pasteApply", zh: "填入", en: "Add the rows"),
    PageWord("pasteCount", zh: "追加 {count} 行", en: "Add {count} rows"),
  ]

  // MARK: The verdict

  private static let verdict: [PageWord] = [
    PageWord("verdict", zh: "检查结论", en: "Verdict"),
    PageWord("whatNext", zh: "下一步", en: "What to do next"),
    PageWord("moreSteps", zh: "另外 {count} 项", en: "{count} more"),
    PageWord("actual", zh: "实际", en: "Actual"),
    PageWord("required", zh: "要求", en: "Required"),
    PageWord("shortfall", zh: "差额", en: "Shortfall"),
    PageWord("missing", zh: "缺少", en: "Missing"),
    PageWord("decidedBy", zh: "依据的填报项", en: "Decided by"),
    PageWord("howRead", zh: "条款的解读", en: "How the clauses are read"),
    PageWord("notChecked", zh: "没有检查的内容", en: "What is not checked"),
  ]

  // MARK: Files

  private static let files: [PageWord] = [
    PageWord("fileFallback", zh: "申报材料", en: "application"),
    PageWord(
      "saved", zh: "已交给浏览器保存：{name}（一般在“下载”文件夹）", en: "Saved by the browser as {name} (usually in Downloads)"),
    PageWord("opened", zh: "已打开：{name}", en: "Opened: {name}"),
    PageWord("fileTooLarge", zh: "文件太大，没有打开：{name}", en: "Too large to open: {name}"),
    PageWord(
      "fileUnreadable", zh: "浏览器读不了这个文件：{name}。请确认文件还在、没有被其他程序占用。",
      en: "The browser cannot read {name}. Is it still there, and not in use by another program?"),
    PageWord("fileMessages", zh: "打开“{name}”时发现的问题", en: "What was found in “{name}”"),
    PageWord(
      "looksLike", zh: "这个文件像是 {encoding} 编码，可以按 {encoding} 读取。",
      en: "This file looks like {encoding} and can be read so."),
    PageWord("readAsEncoding", zh: "按 {encoding} 读取", en: "Read it as {encoding}"),
    PageWord("keepReadable", zh: "保留能读的部分，打开", en: "Keep what can be read, and open"),
    PageWord("openAnyway", zh: "打开", en: "Open"),
    PageWord("messages", zh: "问题", en: "Messages"),
    PageWord("kind", zh: "级别", en: "Kind"),
    PageWord("place", zh: "位置", en: "Place"),
    PageWord("message", zh: "内容", en: "Message"),
    PageWord("error", zh: "错误", en: "Error"),
    PageWord("warning", zh: "提醒", en: "Warning"),
    PageWord("replaceTitle", zh: "现有内容还没有保存", en: "What is here is not saved"),
    PageWord(
      "replaceText", zh: "继续会用新内容替换现有内容，没有保存的修改会丢失。", en: "Going on replaces it; changes that are not saved are lost."
    ),
    PageWord("replaceYes", zh: "不保存，替换", en: "Replace without saving"),
    PageWord(
      "draftFound", zh: "本机浏览器中有一份草稿：{name}（{time}）", en: "There is a draft in this browser: {name} ({time})"
    ),
    PageWord("draftContinue", zh: "继续填写草稿", en: "Go on with the draft"),
    PageWord("draftDelete", zh: "删除草稿", en: "Delete the draft"),
    PageWord(
      "draftFailed", zh: "浏览器不能保留草稿（可能是无痕模式，或存储空间已满）。请用“保存”存成文件。",
      en: "This browser cannot keep a draft (private mode, or its storage is full). Save a file instead."
    ),
    PageWord(
      "draftElsewhere", zh: "另一个窗口也在保留草稿，本窗口已停止保留，以免互相覆盖。请用“保存”存成文件。",
      en: "Another window keeps a draft too. This one has stopped, so that neither overwrites the other. Save a file instead."
    ),
    PageWord("selfCheckForm", zh: "自查表", en: "Self-check form"),
    PageWord("answerTable", zh: "填报内容一览表", en: "Table of the answers"),
    PageWord("saveAsHTML", zh: "存成网页文件", en: "Save as HTML"),
    PageWord("saveAsCSV", zh: "存成表格（CSV）", en: "Save as CSV"),
    PageWord("copyAsText", zh: "复制文字", en: "Copy as text"),
    PageWord("copied", zh: "已复制，可以粘贴到别处。", en: "Copied; it can be pasted elsewhere."),
    PageWord("copyByHand", zh: "请按 Ctrl+C 复制", en: "Press Ctrl+C to copy"),
  ]

  // MARK: Several applications

  private static let screening: [PageWord] = [
    PageWord("screening", zh: "一次检查多份申报材料", en: "Check many applications"),
    PageWord(
      "screeningHint", zh: "选择或拖入多个申报文件（JSON，或每行一份的 NDJSON）。文件只在本机读取，不会上传。",
      en: "Choose or drop application files (JSON, or NDJSON with one a line). They are read on this computer only."
    ),
    PageWord("backToForm", zh: "返回表单", en: "Back to the form"),
    PageWord("chooseApplications", zh: "选择申报文件…", en: "Choose applications…"),
    PageWord("chooseRecommender", zh: "选择推荐单位自己的文件…", en: "Choose the recommending unit’s own file…"),
    PageWord("clearFiles", zh: "清除文件", en: "Remove the files"),
    PageWord("noFiles", zh: "还没有文件。", en: "No files yet."),
    PageWord("filesChosen", zh: "申报文件 {count} 个。", en: "Application files: {count}."),
    PageWord("recommenderChosen", zh: "推荐单位：{name}。", en: "Recommending unit: {name}."),
    PageWord("recodeAll", zh: "有文件不是 UTF-8 编码：按 GBK 读取", en: "Some files are not UTF-8: read them as GBK"),
    PageWord("candidates", zh: "候选", en: "Candidates"),
    PageWord("number", zh: "序号", en: "No."),
    PageWord("candidate", zh: "申报单位", en: "Applicant"),
    PageWord("base", zh: "创新基地", en: "Base"),
    PageWord("outcome", zh: "结论", en: "Verdict"),
    PageWord("openCandidate", zh: "在表单中打开", en: "Open in the form"),
    PageWord("openCandidateNamed", zh: "在表单中打开：{name}", en: "Open in the form: {name}"),
    PageWord("screenDocument", zh: "筛选结果", en: "Screening"),
  ]
}
