// Posts updates in a closed loop: each connection sends the next as soon as the last is answered. Every body differs.
// With --empty it posts nothing to the same route, which measures all of the server but the work that an update is.
#include <getopt.h>

#include "http.h"

enum { body_capacity = 2048, head_space = 512 };

static struct {
    int port, connections, pid;
    bool empty;
    double seconds, warmup;
    const char *path, *task;
} options = {.connections = 64, .seconds = 3, .warmup = .5, .path = "/api/updates/manual"};

static uint64_t sent, salt;

// The body of the next update: about 260 bytes, as a hook or a script would send.
static size_t write_body(char *out) {
    if (options.empty) return 0;
    uint64_t noise = (sent + salt) * UINT64_C(0x9E3779B97F4A7C15);
    static const char *levels[] = {"info", "info", "info", "warn", "error"};
    return (size_t)snprintf(
        out, body_capacity,
        "{\"task_id\":\"%s\",\"message\":\"ran the tests of part %" PRIu64 " after change %016" PRIx64
        "\",\"kind\":\"test_result\",\"level\":\"%s\",\"tags\":[\"bench\",\"part-%u\"],"
        "\"data\":{\"passed\":%u,\"seconds\":%u.5,\"commit\":\"%016" PRIx64 "\"}}",
        options.task, sent, noise, levels[sent % 5], (unsigned)(sent % 40), (unsigned)(noise >> 54),
        (unsigned)(noise >> 58), noise * 31);
}

static void send_next(requester *r) {
    char buffer[head_space + body_capacity];
    size_t length;
    char *request = post_request(buffer + head_space, write_body(buffer + head_space), options.path, options.port, &length);
    sent++;
    r->busy = true;
    r->since = clock_now();
    send_all(r->fd, request, length);
}

static void read_options(int count, char **arguments) {
    static const struct option known[] = {
        {"port", required_argument, 0, 'p'},    {"task", required_argument, 0, 't'},
        {"seconds", required_argument, 0, 'd'}, {"connections", required_argument, 0, 'c'},
        {"warmup", required_argument, 0, 'w'},  {"path", required_argument, 0, 'u'},
        {"pid", required_argument, 0, 's'},     {"empty", no_argument, 0, 'e'},
        {0, 0, 0, 0}};
    for (int option; (option = getopt_long(count, arguments, "", known, NULL)) != -1;) switch (option) {
            case 'p': options.port = atoi(optarg); break;
            case 't': options.task = optarg; break;
            case 'd': options.seconds = atof(optarg); break;
            case 'c': options.connections = atoi(optarg); break;
            case 'w': options.warmup = atof(optarg); break;
            case 'u': options.path = optarg; break;
            case 's': options.pid = atoi(optarg); break;
            case 'e': options.empty = true; break;
            default: exit(2);
        }
    if (!options.port || (!options.task && !options.empty) || options.connections < 1 || options.seconds > 600)
        usage_error("usage: ingest --port P --task UUID [--connections 64] [--seconds 3] [--warmup 0.5] [--empty]\n"
                    "              [--path /api/updates/manual] [--pid SERVER]");
}

int main(int count, char **arguments) {
    read_options(count, arguments);
    raise_file_limit();
    salt = clock_now();
    int epoll = epoll_create1(EPOLL_CLOEXEC);
    requester *all = calloc((size_t)options.connections, sizeof *all);
    if (epoll < 0 || !all) fail("set-up");
    for (int index = 0; index < options.connections; index++) {
        all[index].fd = dial(options.port, 0);
        watch(epoll, all[index].fd, &all[index]);
        send_next(&all[index]);
    }

    static distribution latency;
    uint64_t stored = 0, refused = 0, failed = 0, before = 0;
    uint64_t begin = clock_now() + (uint64_t)(options.warmup * 1e9), end = begin + (uint64_t)(options.seconds * 1e9);
    bool measuring = false;
    stretch run = {0};
    struct epoll_event events[256];
    int under_way = options.connections;
    while (under_way) {
        int ready = epoll_wait(epoll, events, 256, 10000);
        if (ready == 0) usage_error("the server answered nothing for 10 s");
        uint64_t now = clock_now();
        if (!measuring && now >= begin && now < end) {
            measuring = true;
            before = stored + refused + failed;
            run = stretch_begin(options.pid);
            run.began = begin;
        }
        for (int index = 0; index < ready; index++) {
            requester *r = events[index].data.ptr;
            int status = requester_read(r);
            if (!status) continue;
            if (status < 0) usage_error("the server closed a connection");
            if (status / 100 == 2) stored++;
            else if (status / 100 == 4) refused++;
            else failed++;
            now = clock_now();
            if (measuring) distribution_add(&latency, now - r->since);
            if (now < end) send_next(r);
            else under_way--;
        }
    }

    double wall = seconds_between(begin, clock_now());
    uint64_t answered = stored + refused + failed - before;
    printf("{\"tool\":\"ingest\",\"empty\":%s,\"connections\":%d,\"answered\":%" PRIu64 ",\"per_s\":%.0f,\"stored\":%" PRIu64
           ",\"refused\":%" PRIu64 ",\"failed\":%" PRIu64,
           options.empty ? "true" : "false", options.connections, answered, (double)answered / wall, stored, refused, failed);
    print_distribution("latency", &latency);
    double server = stretch_print(&run);
    printf(",\"server_us_per_request\":%.1f}\n", answered ? server * 1e6 / (double)answered : 0);
    return failed || (refused && !options.empty);
}
