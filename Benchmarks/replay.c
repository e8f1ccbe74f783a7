// Reads a long replay: each reader asks for everything after a cursor and must get each entry once, in rising order.
#include <getopt.h>

#include "sse.h"

static struct {
    int port, readers, pid;
    int64_t after;
    uint64_t expect;
    const char *stream;
} options = {.readers = 1, .stream = "/api/stream"};

static struct {
    uint64_t began, slowest_first, updates, bytes, out_of_order;
    int finished;
} run;

static uint64_t *updates_of;

static void take_update(subscriber *s, int64_t id, const char *frame, size_t length) {
    run.bytes += length;
    if (id <= s->last_id) run.out_of_order++;
    s->last_id = id;
    if (!memmem(frame, length < 64 ? length : 64, "event: update\n", 14)) return;
    if (!updates_of[s->index]++ && clock_now() - run.began > run.slowest_first) run.slowest_first = clock_now() - run.began;
    run.updates++;
    if (updates_of[s->index] == options.expect) run.finished++;
}

static void read_options(int count, char **arguments) {
    static const struct option known[] = {
        {"port", required_argument, 0, 'p'},   {"after", required_argument, 0, 'a'},
        {"expect", required_argument, 0, 'k'}, {"readers", required_argument, 0, 'n'},
        {"pid", required_argument, 0, 's'},    {"stream", required_argument, 0, 'e'},
        {0, 0, 0, 0}};
    for (int option; (option = getopt_long(count, arguments, "", known, NULL)) != -1;) switch (option) {
            case 'p': options.port = atoi(optarg); break;
            case 'a': options.after = atoll(optarg); break;
            case 'k': options.expect = strtoull(optarg, NULL, 10); break;
            case 'n': options.readers = atoi(optarg); break;
            case 's': options.pid = atoi(optarg); break;
            case 'e': options.stream = optarg; break;
            default: exit(2);
        }
    if (!options.port || !options.expect || options.readers < 1)
        usage_error("usage: replay --port P --expect UPDATES [--after SEQ] [--readers 1] [--pid SERVER] [--stream PATH]");
}

int main(int count, char **arguments) {
    read_options(count, arguments);
    raise_file_limit();
    int epoll = epoll_create1(EPOLL_CLOEXEC);
    subscriber *readers = calloc((size_t)options.readers, sizeof *readers);
    updates_of = calloc((size_t)options.readers, sizeof *updates_of);
    if (epoll < 0 || !readers || !updates_of) fail("set-up");
    long rss_start = status_kib(options.pid, "VmRSS");
    reset_peak(options.pid);
    stretch measured = stretch_begin(options.pid);
    run.began = measured.began;
    for (int index = 0; index < options.readers; index++) {
        readers[index].index = index;
        readers[index].fd = dial(options.port, 0);
        subscribe(&readers[index], options.port, options.stream, options.after);
        watch(epoll, readers[index].fd, &readers[index]);
    }
    uint64_t ended = 0, last = run.began;
    while (run.finished < options.readers) {
        struct epoll_event events[64];
        int ready = epoll_wait(epoll, events, 64, 5000);
        if (ready == 0 || seconds_between(run.began, clock_now()) > 600) break;
        for (int index = 0; index < ready; index++) {
            subscriber *s = events[index].data.ptr;
            bool was_open = s->open;
            if (s->fd >= 0) subscriber_read(s, take_update);
            if (was_open && !s->open) ended++;
        }
        last = clock_now();
        if (ended) break;
    }
    double wall = seconds_between(run.began, last);
    uint64_t wanted = options.expect * (uint64_t)options.readers;
    printf("{\"tool\":\"replay\",\"readers\":%d,\"expected\":%" PRIu64 ",\"events\":%" PRIu64 ",\"events_per_s\":%.0f,"
           "\"mb_per_s\":%.1f,\"missing\":%" PRIu64 ",\"out_of_order\":%" PRIu64 ",\"closed\":%" PRIu64
           ",\"slowest_first_ms\":%.1f,\"rss_start_kib\":%ld,\"rss_end_kib\":%ld,\"rss_peak_kib\":%ld",
           options.readers, wanted, run.updates, (double)run.updates / wall, (double)run.bytes / 1e6 / wall,
           run.updates < wanted ? wanted - run.updates : 0, run.out_of_order, ended, (double)run.slowest_first / 1e6,
           rss_start, status_kib(options.pid, "VmRSS"), status_kib(options.pid, "VmHWM"));
    stretch_print(&measured);
    printf("}\n");
    return run.finished < options.readers || run.out_of_order || run.updates > wanted;
}
