/// Every template inside the binary; its raw value is the file's name and the name that partials call it by.
package enum TemplateName: String, CaseIterable, Sendable {
    case account
    case agent
    case boardFilters = "board-filters"
    case boardToolbar = "board-toolbar"
    case branch
    case chip
    case composer
    case dashboard
    case data
    case day
    case deletion
    case error
    case errors
    case ev
    case filterBar = "filter-bar"
    case fold
    case fragmentBoard = "fragment-board"
    case fragmentNeeds = "fragment-needs"
    case fragmentTask = "fragment-task"
    case fragmentTasks = "fragment-tasks"
    case fragmentThread = "fragment-thread"
    case fragmentWorkstream = "fragment-workstream"
    case group
    case highlighted
    case hit
    case lane
    case laneEv = "lane-ev"
    case layoutBottom = "layout-bottom"
    case layoutTop = "layout-top"
    case login
    case need
    case needs
    case needsCount = "needs-count"
    case older
    case planRow = "plan-row"
    case select
    case spark
    case search
    case sessions
    case singleUse = "single-use"
    case start
    case stateLine = "state-line"
    case status
    case stream
    case switcher
    case task
    case taskActions = "task-actions"
    case taskAsk = "task-ask"
    case taskCount = "task-count"
    case taskProps = "task-props"
    case taskRow = "task-row"
    case taskTop = "task-top"
    case thread
    case threadData = "thread-data"
    case threadFilter = "thread-filter"
    case threadItem = "thread-item"
    case time
    case timeline
    case timelineShape = "timeline-shape"
    case todoItem = "todo-item"
    case toolDetail = "tool-detail"
    case toolUse = "tool-use"
    case upd
    case workstream
    case workstreamPage = "workstream-page"
    case workstreamProps = "workstream-props"
    case workstreamSum = "workstream-sum"
    case workstreamTop = "workstream-top"

    /// The template's text.
    package var source: String { String(decoding: bytes, as: UTF8.self) }

    private var bytes: [UInt8] {
        switch self {
        case .account: PackageResources.account_mustache
        case .agent: PackageResources.agent_mustache
        case .boardFilters: PackageResources.board_filters_mustache
        case .boardToolbar: PackageResources.board_toolbar_mustache
        case .branch: PackageResources.branch_mustache
        case .chip: PackageResources.chip_mustache
        case .composer: PackageResources.composer_mustache
        case .dashboard: PackageResources.dashboard_mustache
        case .data: PackageResources.data_mustache
        case .day: PackageResources.day_mustache
        case .deletion: PackageResources.deletion_mustache
        case .error: PackageResources.error_mustache
        case .errors: PackageResources.errors_mustache
        case .ev: PackageResources.ev_mustache
        case .filterBar: PackageResources.filter_bar_mustache
        case .fold: PackageResources.fold_mustache
        case .fragmentBoard: PackageResources.fragment_board_mustache
        case .fragmentNeeds: PackageResources.fragment_needs_mustache
        case .fragmentTask: PackageResources.fragment_task_mustache
        case .fragmentTasks: PackageResources.fragment_tasks_mustache
        case .fragmentThread: PackageResources.fragment_thread_mustache
        case .fragmentWorkstream: PackageResources.fragment_workstream_mustache
        case .group: PackageResources.group_mustache
        case .highlighted: PackageResources.highlighted_mustache
        case .hit: PackageResources.hit_mustache
        case .lane: PackageResources.lane_mustache
        case .laneEv: PackageResources.lane_ev_mustache
        case .layoutBottom: PackageResources.layout_bottom_mustache
        case .layoutTop: PackageResources.layout_top_mustache
        case .login: PackageResources.login_mustache
        case .need: PackageResources.need_mustache
        case .needs: PackageResources.needs_mustache
        case .needsCount: PackageResources.needs_count_mustache
        case .older: PackageResources.older_mustache
        case .planRow: PackageResources.plan_row_mustache
        case .select: PackageResources.select_mustache
        case .spark: PackageResources.spark_mustache
        case .search: PackageResources.search_mustache
        case .sessions: PackageResources.sessions_mustache
        case .singleUse: PackageResources.single_use_mustache
        case .start: PackageResources.start_mustache
        case .stateLine: PackageResources.state_line_mustache
        case .status: PackageResources.status_mustache
        case .stream: PackageResources.stream_mustache
        case .switcher: PackageResources.switcher_mustache
        case .task: PackageResources.task_mustache
        case .taskActions: PackageResources.task_actions_mustache
        case .taskAsk: PackageResources.task_ask_mustache
        case .taskCount: PackageResources.task_count_mustache
        case .taskProps: PackageResources.task_props_mustache
        case .taskRow: PackageResources.task_row_mustache
        case .taskTop: PackageResources.task_top_mustache
        case .thread: PackageResources.thread_mustache
        case .threadData: PackageResources.thread_data_mustache
        case .threadFilter: PackageResources.thread_filter_mustache
        case .threadItem: PackageResources.thread_item_mustache
        case .time: PackageResources.time_mustache
        case .timeline: PackageResources.timeline_mustache
        case .timelineShape: PackageResources.timeline_shape_mustache
        case .todoItem: PackageResources.todo_item_mustache
        case .toolDetail: PackageResources.tool_detail_mustache
        case .toolUse: PackageResources.tool_use_mustache
        case .upd: PackageResources.upd_mustache
        case .workstream: PackageResources.workstream_mustache
        case .workstreamPage: PackageResources.workstream_page_mustache
        case .workstreamProps: PackageResources.workstream_props_mustache
        case .workstreamSum: PackageResources.workstream_sum_mustache
        case .workstreamTop: PackageResources.workstream_top_mustache
        }
    }
}
