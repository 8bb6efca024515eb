internal import RuleEngine

/// What the page's own buttons and notices say.
///
/// Nothing here is about a law, a clause or a fact: those words come from the rules. `{name}` stands
/// for a value that the page puts in.
enum PageWords {
  typealias Word = (key: String, words: Bilingual)

  /// All of them; no key twice.
  static let all: [Word] = frame + answers + lists + verdict + files + screening

  private static func word(_ key: String, zh: String, en: String) -> Word {
    (key, Bilingual(zh: zh, en: en))
  }

  // MARK: The frame

  private static let frame: [Word] = [
    word(
      "title", zh: "创新基地申报条件自查", en: "Self-check of innovation base conditions"),
    word(
      "privacy", zh: "数据只在本机，不会上传。断网也能使用。",
      en: "Your data stay on this computer. Nothing is uploaded; it works without a network."),
    word("skipToForm", zh: "跳到表单", en: "Skip to the form"),
    word("language", zh: "语言", en: "Language"),
    word("notices", zh: "提示", en: "Notices"),
    word("form", zh: "填写", en: "Form"),
    word("sections", zh: "填写进度", en: "Sections"),
    word("open", zh: "打开…", en: "Open…"),
    word("save", zh: "保存", en: "Save"),
    word("undo", zh: "撤销", en: "Undo"),
    word("redo", zh: "重做", en: "Redo"),
    word("more", zh: "更多", en: "More"),
    word("showReport", zh: "自查表（打印）", en: "Self-check form (print)"),
    word("showAnswers", zh: "填报内容一览表（便于抄入申报书）", en: "Table of the answers (to copy)"),
    word("copyMarkdown", zh: "复制自查结果（Markdown）", en: "Copy the result (Markdown)"),
    word("showScreening", zh: "推荐单位：一次检查多份…", en: "Recommending unit: check many…"),
    word("startAnew", zh: "重新开始", en: "Start anew"),
    word("keepDraft", zh: "在本机浏览器中保留草稿", en: "Keep a draft in this browser"),
    word("unsaved", zh: "有修改未保存", en: "Unsaved changes"),
    word("dropHere", zh: "松开鼠标，打开文件", en: "Drop to open"),
    word("close", zh: "关闭", en: "Close"),
    word("cancel", zh: "取消", en: "Cancel"),
    word("done", zh: "完成", en: "Done"),
    word("print", zh: "打印", en: "Print"),
    word(
      "engineFailed",
      zh: "检查程序意外中断，已重新启动。刚才的输入“{typed}”没有计入，其他内容都在，可以继续填写；请先保存一份。",
      en:
        "The checker broke off and was started again. The last entry “{typed}” does not count yet; everything else is kept. Save a copy, then go on."
    ),
    word("engineRefused", zh: "没有完成：{reason}", en: "This was not done: {reason}"),
    word("listComma", zh: "、", en: ", "),
  ]

  // MARK: Fields

  private static let answers: [Word] = [
    word("firstChoices", zh: "申报哪一种", en: "What is applied for"),
    word("stages", zh: "检查哪些内容", en: "What to check"),
    word(
      "stagesHint", zh: "可以多选；选得越多，要填的越多。",
      en: "One or more; the more, the more there is to fill in."),
    word("yes", zh: "是", en: "Yes"),
    word("no", zh: "否", en: "No"),
    word("unanswered", zh: "未填", en: "No answer yet"),
    word("wanted", zh: "待填", en: "Needed"),
    word("noneOfThese", zh: "以上都没有", en: "None of these"),
    word("noneShort", zh: "都没有", en: "None"),
    word("otherCodes", zh: "还有：{value}", en: "Also: {value}"),
    word("entered", zh: "填写的是“{value}”", en: "Entered: “{value}”"),
    word("readAs", zh: "读作 {value}", en: "Read as {value}"),
    word("usedFor", zh: "用于", en: "For"),
    word("reading", zh: "解读", en: "Reading"),
    word("errorSign", zh: "✗ ", en: "✗ "),
    word("warningSign", zh: "! ", en: "! "),
    word("unfoldUnused", zh: "显示本次用不到的 {count} 项", en: "Show what is not needed ({count})"),
    word("foldUnused", zh: "收起本次用不到的 {count} 项", en: "Hide what is not needed ({count})"),
  ]

  // MARK: Lists

  private static let lists: [Word] = [
    word("addRow", zh: "添加一行", en: "Add a row"),
    word("pasteTable", zh: "粘贴表格…", en: "Paste a table…"),
    word("none", zh: "没有", en: "There are none"),
    word("listDone", zh: "已填完", en: "The list is complete"),
    word("countComplete", zh: "{count}，已填完", en: "{count}, complete"),
    word("countOpen", zh: "{count}；填完后请点“已填完”", en: "{count}; say so when it is complete"),
    word("continueList", zh: "继续填写", en: "Go on with the list"),
    word("clearList", zh: "清空", en: "Remove all rows"),
    word("rowNumber", zh: "序号", en: "No."),
    word("rowActions", zh: "对这一行的操作", en: "Actions on the row"),
    word("rowActionsOf", zh: "第 {number} 行的操作", en: "Actions on row {number}"),
    word("moveUp", zh: "上移", en: "Move up"),
    word("moveDown", zh: "下移", en: "Move down"),
    word("copyRow", zh: "复制", en: "Copy"),
    word("removeRow", zh: "删除", en: "Remove"),
    word("sortBy", zh: "按这一栏排序", en: "Sort by this column"),
    word("labelWithUnit", zh: "{label}（{unit}）", en: "{label} ({unit})"),
    word("cellName", zh: "{label}，第 {number} 行", en: "{label}, row {number}"),
    word("aboutColumns", zh: "各栏怎么填", en: "About the columns"),
    word("columnChoices", zh: "可填：{names}", en: "One of: {names}"),
    word("pageBefore", zh: "上一页", en: "Previous"),
    word("pageAfter", zh: "下一页", en: "Next"),
    word(
      "pageRows", zh: "第 {first}–{last} 行，共 {count} 行", en: "Rows {first}–{last} of {count}"),
    word("pasteInto", zh: "粘贴到“{list}”", en: "Paste into “{list}”"),
    word(
      "pasteHere", zh: "在 Excel 或 WPS 表格中选中、复制，再粘贴到这里",
      en: "Copy the cells in Excel or WPS and paste them here"
    ),
    word("firstLineIsHeader", zh: "第一行是标题", en: "The first line is a heading"),
    word("preview", zh: "预览", en: "Preview"),
    word("previewMore", zh: "另有 {count} 行没有列出", en: "{count} more rows are not shown"),
    word("columnNumber", zh: "第 {number} 栏", en: "Column {number}"),
    word("columnIs", zh: "“{name}”填入哪一栏", en: "What “{name}” is"),
    word("columnIgnored", zh: "不采用", en: "Leave out"),
    word("pastedAs", zh: "原文：{value}", en: "pasted: {value}"),
    word("pasteApply", zh: "填入", en: "Add the rows"),
    word("pasteCount", zh: "追加 {count} 行", en: "Add {count} rows"),
  ]

  // MARK: The verdict

  private static let verdict: [Word] = [
    word("verdict", zh: "检查结论", en: "Verdict"),
    word("whatNext", zh: "下一步", en: "What to do next"),
    word("moreSteps", zh: "另外 {count} 项", en: "{count} more"),
    word("actual", zh: "实际", en: "Actual"),
    word("required", zh: "要求", en: "Required"),
    word("shortfall", zh: "差额", en: "Shortfall"),
    word("missing", zh: "缺少", en: "Missing"),
    word("decidedBy", zh: "依据的填报项", en: "Decided by"),
    word("proof", zh: "证明材料：", en: "Proof:"),
    word("howRead", zh: "条款的解读", en: "How the clauses are read"),
    word("notChecked", zh: "没有检查的内容", en: "What is not checked"),
  ]

  // MARK: Files

  private static let files: [Word] = [
    word("fileFallback", zh: "申报材料", en: "application"),
    word(
      "saved", zh: "已交给浏览器保存：{name}（一般在“下载”文件夹）",
      en: "Saved by the browser as {name} (usually in Downloads)"),
    word("opened", zh: "已打开：{name}", en: "Opened: {name}"),
    word("fileTooLarge", zh: "文件太大，没有打开：{name}", en: "Too large to open: {name}"),
    word(
      "fileUnreadable", zh: "浏览器读不了这个文件：{name}。请确认文件还在、没有被其他程序占用。",
      en: "The browser cannot read {name}. Is it still there, and not in use by another program?"),
    word("fileMessages", zh: "打开“{name}”时发现的问题", en: "What was found in “{name}”"),
    word(
      "looksLike", zh: "这个文件像是 {encoding} 编码，可以这样读取。",
      en: "This file looks like {encoding} and can be read so."),
    word("readAsEncoding", zh: "按 {encoding} 读取", en: "Read it as {encoding}"),
    word("keepReadable", zh: "保留能读的部分，打开", en: "Keep what can be read, and open"),
    word("openAnyway", zh: "打开", en: "Open"),
    word("messages", zh: "问题", en: "Messages"),
    word("kind", zh: "级别", en: "Kind"),
    word("place", zh: "位置", en: "Place"),
    word("message", zh: "内容", en: "Message"),
    word("error", zh: "错误", en: "Error"),
    word("warning", zh: "提醒", en: "Warning"),
    word("replaceTitle", zh: "现有内容还没有保存", en: "What is here is not saved"),
    word(
      "replaceText", zh: "继续会用新内容替换现有内容，没有保存的修改会丢失。",
      en: "Going on replaces it; changes that are not saved are lost."
    ),
    word("replaceYes", zh: "不保存，替换", en: "Replace without saving"),
    word(
      "draftFound", zh: "本机浏览器中有一份草稿：{name}（{time}）",
      en: "There is a draft in this browser: {name} ({time})"
    ),
    word("draftContinue", zh: "继续填写草稿", en: "Go on with the draft"),
    word("draftDelete", zh: "删除草稿", en: "Delete the draft"),
    word(
      "draftFailed", zh: "浏览器不能保留草稿（可能是无痕模式，或存储空间已满）。请用“保存”存成文件。",
      en:
        "This browser cannot keep a draft (private mode, or its storage is full). Save a file instead."
    ),
    word(
      "draftElsewhere", zh: "另一个窗口也在保留草稿，本窗口已停止保留，以免互相覆盖。请用“保存”存成文件。",
      en:
        "Another window keeps a draft too. This one has stopped, so that neither overwrites the other. Save a file instead."
    ),
    word("selfCheckForm", zh: "自查表", en: "Self-check form"),
    word("answerTable", zh: "填报内容一览表", en: "Table of the answers"),
    word("saveAsHTML", zh: "存成网页文件", en: "Save as HTML"),
    word("saveAsCSV", zh: "存成表格（CSV）", en: "Save as CSV"),
    word("copyAsText", zh: "复制文字", en: "Copy as text"),
    word("copied", zh: "已复制，可以粘贴到别处。", en: "Copied; it can be pasted elsewhere."),
    word("copyByHand", zh: "请按 Ctrl+C 复制", en: "Press Ctrl+C to copy"),
  ]

  // MARK: Several applications

  private static let screening: [Word] = [
    word("screening", zh: "一次检查多份申报材料", en: "Check many applications"),
    word(
      "screeningHint", zh: "选择或拖入多个申报文件（JSON，或每行一份的 NDJSON）。文件只在本机读取，不会上传。",
      en:
        "Choose or drop application files (JSON, or NDJSON with one a line). They are read on this computer only."
    ),
    word("backToForm", zh: "返回表单", en: "Back to the form"),
    word("backToScreening", zh: "返回筛选结果", en: "Back to the screening"),
    word("chooseApplications", zh: "选择申报文件…", en: "Choose applications…"),
    word("chooseRecommender", zh: "选择推荐单位自己的文件…", en: "Choose the recommending unit’s own file…"),
    word("clearFiles", zh: "清除文件", en: "Remove the files"),
    word("noFiles", zh: "还没有文件。", en: "No files yet."),
    word("filesChosen", zh: "申报文件 {count} 个。", en: "Application files: {count}."),
    word("recommenderChosen", zh: "推荐单位：{name}。", en: "Recommending unit: {name}."),
    word(
      "recodeAll", zh: "有文件不是 UTF-8 编码：按 GBK 读取", en: "Some files are not UTF-8: read them as GBK"),
    word("candidates", zh: "候选", en: "Candidates"),
    word("number", zh: "序号", en: "No."),
    word("candidate", zh: "申报单位", en: "Applicant"),
    word("base", zh: "创新基地", en: "Base"),
    word("outcome", zh: "结论", en: "Verdict"),
    word("openCandidate", zh: "在表单中打开", en: "Open in the form"),
    word("openCandidateNamed", zh: "在表单中打开：{name}", en: "Open in the form: {name}"),
    word("screenDocument", zh: "筛选结果", en: "Screening"),
  ]
}
