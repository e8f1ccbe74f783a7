// Publishes updates at a fixed rate over a few connections while subscribers read the stream, and checks that every
// subscriber gets each update once, with rising ids. Latency counts from the moment an update was due, so a server
// (or a client) that falls behind is not flattered. Some subscribers may stop reading for a while and must still get all.
#include <getopt.h>
#include <sys/timerfd.h>

#include "sse.h"

enum { body_capacity = 2048, head_space = 512, stalled_receive_buffer = 64 * 1024 };

static struct {
    int port, subscribers, rate, publishers, pid, stalled;
    bool no_ids;
    double seconds, stall_seconds, grace;
    const char *stream, *publish, *task;
} options = {.subscribers = 1000, .rate = 400, .publishers = 32, .seconds = 10, .grace = 30,
             .stream = "/api/stream", .publish = "/api/updates/manual"};

static struct {
    uint64_t began, last_delivery;
    uint64_t *due;           // by update
    uint8_t *acknowledged;   // by update
    uint8_t *seen;           // a bit for each subscriber and update
    size_t seen_stride;
    uint32_t total, published, answered, refused;
    uint64_t deliveries, duplicates, out_of_order, closed;
    distribution healthy, stalled;
} run;

static bool is_stalled(const subscriber *s) { return s->index >= options.subscribers - options.stalled; }

static void take_update(subscriber *s, int64_t id, const char *frame, size_t length) {
    const char *mark = memmem(frame, length, "@n=", 3);
    if (!mark) return;
    uint32_t number = (uint32_t)strtoul(mark + 3, NULL, 10);
    if (number >= run.published) usage_error("a frame holds an update that was never published");
    uint8_t *byte = run.seen + (size_t)s->index * run.seen_stride + number / 8, bit = (uint8_t)(1u << number % 8);
    if (*byte & bit) {
        run.duplicates++;
        return;
    }
    *byte |= bit;
    if (!options.no_ids) {
        if (id <= s->last_id) run.out_of_order++;
        s->last_id = id;
    }
    run.deliveries++;
    run.last_delivery = clock_now();
    distribution_add(is_stalled(s) ? &run.stalled : &run.healthy, run.last_delivery - run.due[number]);
}

// Sends every update that is due, as long as a connection is free; one that has to wait is late on our account.
static void publish_due(requester *publishers) {
    static int next;
    uint64_t now = clock_now();
    for (int tried = 0; run.published < run.total && run.due[run.published] <= now && tried < options.publishers; tried++) {
        requester *r = &publishers[next];
        next = (next + 1) % options.publishers;
        if (r->busy) continue;
        tried = -1;
        char buffer[head_space + body_capacity];
        size_t length;
        uint32_t number = run.published++;
        int size = snprintf(buffer + head_space, body_capacity,
                            "{\"task_id\":\"%s\",\"message\":\"fan-out @n=%08u of %u at a fixed rate\",\"kind\":\"tool_use\","
                            "\"level\":\"info\",\"tags\":[\"bench\"],\"data\":{\"number\":%u}}",
                            options.task, number, run.total, number);
        char *request = post_request(buffer + head_space, (size_t)size, options.publish, options.port, &length);
        r->busy = true;
        r->number = number;
        send_all(r->fd, request, length);
    }
}

static void take_reply(requester *r) {
    int status = requester_read(r);
    if (!status) return;
    if (status < 0) usage_error("the server closed a publishing connection");
    run.answered++;
    if (status / 100 == 2) run.acknowledged[r->number] = 1;
    else run.refused++;
}

static void read_subscriber(subscriber *s) {
    bool was_open = s->open;
    subscriber_read(s, take_update);
    if (was_open && !s->open) run.closed++;
}

static uint64_t count_missing(void) {
    uint64_t missing = 0;
    for (int index = 0; index < options.subscribers; index++)
        for (uint32_t number = 0; number < run.total; number++)
            if (run.acknowledged[number] && !(run.seen[(size_t)index * run.seen_stride + number / 8] >> number % 8 & 1)) missing++;
    return missing;
}

// One turn of the loop: what is ready, and in between whatever became due.
static void turn(int epoll, int timer, subscriber *subscribers, requester *publishers, int wait_ms) {
    struct epoll_event events[256];
    int ready = epoll_wait(epoll, events, 256, wait_ms);
    for (int index = 0; index < ready; index++) {
        char *owner = events[index].data.ptr;
        if (publishers && index % 16 == 0) publish_due(publishers);
        if (!owner) {
            uint64_t ticks;
            if (read(timer, &ticks, sizeof ticks) < 0 && errno != EAGAIN) fail("timer");
        } else if (owner >= (char *)subscribers && owner < (char *)(subscribers + options.subscribers)) {
            subscriber *s = (subscriber *)owner;
            if (s->fd >= 0) read_subscriber(s);
        } else {
            take_reply((requester *)owner);
        }
    }
    if (publishers) publish_due(publishers);
}

static subscriber *open_subscribers(int epoll, int timer) {
    subscriber *all = calloc((size_t)options.subscribers, sizeof *all);
    if (!all) fail("calloc");
    for (int index = 0; index < options.subscribers; index++) {
        all[index].index = index;
        all[index].fd = dial(options.port, is_stalled(&all[index]) ? stalled_receive_buffer : 0);
        subscribe(&all[index], options.port, options.stream, -1);
        watch(epoll, all[index].fd, &all[index]);
    }
    uint64_t end = clock_now() + UINT64_C(30000000000);
    for (int open = 0; open < options.subscribers;) {
        if (clock_now() > end) usage_error("not every stream was open after 30 s");
        turn(epoll, timer, all, NULL, 100);
        open = 0;
        for (int index = 0; index < options.subscribers; index++) open += all[index].open;
    }
    // From here on the stalled ones do not read.
    for (int index = options.subscribers - options.stalled; index < options.subscribers; index++)
        if (epoll_ctl(epoll, EPOLL_CTL_DEL, all[index].fd, NULL)) fail("epoll_ctl");
    return all;
}

static void prepare_run(void) {
    run.total = (uint32_t)(options.rate * options.seconds);
    run.due = calloc(run.total, sizeof *run.due);
    run.acknowledged = calloc(run.total, 1);
    run.seen_stride = run.total / 8 + 1;
    run.seen = calloc((size_t)options.subscribers, run.seen_stride);
    if (!run.due || !run.acknowledged || !run.seen) fail("calloc");
}

static void read_options(int count, char **arguments) {
    static const struct option known[] = {
        {"port", required_argument, 0, 'p'},    {"task", required_argument, 0, 't'},
        {"seconds", required_argument, 0, 'd'}, {"subscribers", required_argument, 0, 'n'},
        {"rate", required_argument, 0, 'r'},    {"publishers", required_argument, 0, 'c'},
        {"pid", required_argument, 0, 's'},     {"stalled", required_argument, 0, 'k'},
        {"grace", required_argument, 0, 'g'},   {"stall-seconds", required_argument, 0, 'K'},
        {"stream", required_argument, 0, 'e'},  {"publish", required_argument, 0, 'u'},
        {"no-ids", no_argument, 0, 'i'},        {0, 0, 0, 0}};
    for (int option; (option = getopt_long(count, arguments, "", known, NULL)) != -1;) switch (option) {
            case 'p': options.port = atoi(optarg); break;
            case 't': options.task = optarg; break;
            case 'd': options.seconds = atof(optarg); break;
            case 'n': options.subscribers = atoi(optarg); break;
            case 'r': options.rate = atoi(optarg); break;
            case 'c': options.publishers = atoi(optarg); break;
            case 's': options.pid = atoi(optarg); break;
            case 'k': options.stalled = atoi(optarg); break;
            case 'K': options.stall_seconds = atof(optarg); break;
            case 'g': options.grace = atof(optarg); break;
            case 'e': options.stream = optarg; break;
            case 'u': options.publish = optarg; break;
            case 'i': options.no_ids = true; break;
            default: exit(2);
        }
    if (!options.port || !options.task || options.subscribers < 1 || options.rate < 1 || options.publishers < 1 ||
        options.seconds * options.rate < 1 || options.seconds > 600 || options.stalled > options.subscribers)
        usage_error("usage: fanout --port P --task UUID [--subscribers 1000] [--rate 400] [--seconds 10]\n"
                    "              [--publishers 32] [--stalled 0 --stall-seconds 20] [--grace 30] [--pid SERVER]\n"
                    "              [--stream /api/stream] [--publish /api/updates/manual] [--no-ids]");
}

int main(int count, char **arguments) {
    read_options(count, arguments);
    raise_file_limit();
    prepare_run();
    int epoll = epoll_create1(EPOLL_CLOEXEC), timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    requester *publishers = calloc((size_t)options.publishers, sizeof *publishers);
    if (epoll < 0 || timer < 0 || !publishers) fail("set-up");
    watch(epoll, timer, NULL);
    subscriber *subscribers = open_subscribers(epoll, timer);
    for (int index = 0; index < options.publishers; index++) {
        publishers[index].fd = dial(options.port, 0);
        watch(epoll, publishers[index].fd, &publishers[index]);
    }

    long rss_start = status_kib(options.pid, "VmRSS"), period = 1000000000 / options.rate;
    reset_peak(options.pid);
    stretch measured = stretch_begin(options.pid);
    run.began = measured.began;
    for (uint32_t number = 0; number < run.total; number++)
        run.due[number] = run.began + (uint64_t)((number + 1) * 1e9 / options.rate);
    struct itimerspec ticks = {.it_value.tv_nsec = period % 1000000000, .it_interval.tv_nsec = period % 1000000000};
    if (period >= 1000000000) ticks = (struct itimerspec){.it_value.tv_sec = 1, .it_interval.tv_sec = 1};
    if (timerfd_settime(timer, 0, &ticks, NULL)) fail("timerfd_settime");

    uint64_t wake = run.began + (uint64_t)(options.stall_seconds * 1e9), give_up = 0;
    uint64_t published_at = 0, deliveries_then = 0;
    bool asleep = options.stalled > 0;
    for (;;) {
        turn(epoll, timer, subscribers, publishers, 50);
        uint64_t now = clock_now();
        if (asleep && now >= wake) {
            asleep = false;
            for (int index = options.subscribers - options.stalled; index < options.subscribers; index++)
                watch(epoll, subscribers[index].fd, &subscribers[index]);
        }
        if (!published_at && run.published == run.total) {
            published_at = now;
            deliveries_then = run.deliveries;
        }
        bool all_sent = run.answered == run.total && !asleep;
        if (all_sent && !give_up) give_up = now + (uint64_t)(options.grace * 1e9);
        uint64_t wanted = (uint64_t)(run.total - run.refused) * (uint64_t)options.subscribers;
        if (all_sent && (run.deliveries >= wanted || now > give_up)) break;
        if (now > run.began + UINT64_C(1200000000000)) usage_error("the run took longer than 20 minutes");
    }
    // What comes twice comes after what was wanted, so listen for a moment more.
    for (uint64_t end = clock_now() + 200000000; clock_now() < end;) turn(epoll, timer, subscribers, publishers, 20);

    uint64_t missing = count_missing();
    double lasted = seconds_between(run.began, run.last_delivery ? run.last_delivery : clock_now());
    printf("{\"tool\":\"fanout\",\"subscribers\":%d,\"rate\":%d,\"seconds\":%g,\"published\":%u,\"refused\":%u,"
           "\"publish_per_s\":%.1f,\"deliveries\":%" PRIu64 ",\"deliveries_per_s\":%.0f,\"delivered_when_published\":%" PRIu64
           ",\"missing\":%" PRIu64 ",\"duplicates\":%" PRIu64 ",\"out_of_order\":%" PRIu64 ",\"closed\":%" PRIu64,
           options.subscribers, options.rate, options.seconds, run.published, run.refused,
           run.total / seconds_between(run.began, published_at), run.deliveries, (double)run.deliveries / lasted,
           deliveries_then, missing, run.duplicates, run.out_of_order, run.closed);
    print_distribution("latency", &run.healthy);
    if (options.stalled) {
        printf(",\"stalled\":%d,\"stall_s\":%g", options.stalled, options.stall_seconds);
        print_distribution("stalled_latency", &run.stalled);
    }
    printf(",\"rss_start_kib\":%ld,\"rss_end_kib\":%ld,\"rss_peak_kib\":%ld", rss_start, status_kib(options.pid, "VmRSS"),
           status_kib(options.pid, "VmHWM"));
    double server = stretch_print(&measured);
    printf(",\"server_us_per_delivery\":%.2f}\n", run.deliveries ? server * 1e6 / (double)run.deliveries : 0);
    return missing || run.duplicates || run.out_of_order || run.closed || run.refused;
}
