// Time, distributions and what the kernel says of a process: the parts that every load generator needs.
#pragma once
#include <fcntl.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

_Noreturn static inline void fail(const char *what) {
    perror(what);
    exit(2);
}

_Noreturn static inline void usage_error(const char *text) {
    fprintf(stderr, "%s\n", text);
    exit(2);
}

// Nanoseconds of a clock that never steps.
static inline uint64_t clock_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * UINT64_C(1000000000) + (uint64_t)now.tv_nsec;
}

static inline double seconds_between(uint64_t from, uint64_t to) { return (double)(to - from) / 1e9; }

// How often each duration came, in buckets that are 1/64 of their power of two wide: an error below 1.6 %.
enum { bucket_bits = 6, bucket_count = (64 - bucket_bits + 1) << bucket_bits };
typedef struct {
    uint64_t count, longest, buckets[bucket_count];
} distribution;

static inline void distribution_add(distribution *d, uint64_t nanoseconds) {
    unsigned index = (unsigned)nanoseconds;
    if (nanoseconds >> bucket_bits) {
        unsigned shift = 63u - (unsigned)__builtin_clzll(nanoseconds) - bucket_bits;
        index = ((shift + 1) << bucket_bits) + (unsigned)((nanoseconds >> shift) & ((1u << bucket_bits) - 1));
    }
    d->buckets[index]++;
    d->count++;
    if (nanoseconds > d->longest) d->longest = nanoseconds;
}

// The duration in milliseconds that the given share of all did not pass.
static inline double distribution_ms(const distribution *d, double share) {
    uint64_t wanted = (uint64_t)(share * (double)d->count), seen = 0;
    for (unsigned index = 0; index < bucket_count && d->count; index++) {
        seen += d->buckets[index];
        if (seen <= wanted) continue;
        unsigned power = index >> bucket_bits, rest = index & ((1u << bucket_bits) - 1);
        if (!power) return rest / 1e6;
        return (double)((uint64_t)(rest | 1u << bucket_bits) << (power - 1)) / 1e6;
    }
    return (double)d->longest / 1e6;
}

static inline void print_distribution(const char *name, const distribution *d) {
    printf(",\"%s_p50_ms\":%.3f,\"%s_p99_ms\":%.3f,\"%s_max_ms\":%.3f", name, distribution_ms(d, .50), name,
           distribution_ms(d, .99), name, (double)d->longest / 1e6);
}

// A number from /proc/PID/status, such as VmRSS or VmHWM in KiB; 0 where there is none.
static inline long status_kib(int pid, const char *field) {
    char path[64], line[256];
    long value = 0;
    size_t length = strlen(field);
    snprintf(path, sizeof path, "/proc/%d/status", pid);
    FILE *file = pid ? fopen(path, "r") : NULL;
    if (!file) return 0;
    while (fgets(line, sizeof line, file))
        if (!strncmp(line, field, length) && line[length] == ':') value = atol(line + length + 1);
    fclose(file);
    return value;
}

// Makes VmHWM begin again at what is resident now.
static inline void reset_peak(int pid) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/clear_refs", pid);
    int fd = pid ? open(path, O_WRONLY | O_CLOEXEC) : -1;
    if (fd < 0) return;
    if (write(fd, "5", 1) != 1) perror(path);
    close(fd);
}

// CPU seconds that a process has used so far.
static inline double process_cpu(int pid) {
    char path[64], text[1024];
    unsigned long user = 0, kernel = 0;
    snprintf(path, sizeof path, "/proc/%d/stat", pid);
    FILE *file = pid ? fopen(path, "r") : NULL;
    if (!file) return 0;
    char *end = fgets(text, sizeof text, file) ? strrchr(text, ')') : NULL;
    if (end) sscanf(end + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &kernel);
    fclose(file);
    return (double)(user + kernel) / (double)sysconf(_SC_CLK_TCK);
}

static inline double own_cpu(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

// CPU seconds that the whole machine has used so far.
static inline double machine_cpu(void) {
    unsigned long long user = 0, nice = 0, kernel = 0, idle, wait, irq = 0, softirq = 0;
    FILE *file = fopen("/proc/stat", "r");
    if (!file) return 0;
    if (fscanf(file, "cpu %llu %llu %llu %llu %llu %llu %llu", &user, &nice, &kernel, &idle, &wait, &irq, &softirq) < 7)
        irq = softirq = 0;
    fclose(file);
    return (double)(user + nice + kernel + irq + softirq) / (double)sysconf(_SC_CLK_TCK);
}

// A stretch of time with who used the CPU in it. What neither the server nor we used is the neighbours': the noise.
typedef struct {
    int pid;
    uint64_t began;
    double own, server, machine;
} stretch;

static inline stretch stretch_begin(int pid) {
    return (stretch){pid, clock_now(), own_cpu(), process_cpu(pid), machine_cpu()};
}

static inline double stretch_print(const stretch *s) {
    double wall = seconds_between(s->began, clock_now()), own = own_cpu() - s->own;
    double server = process_cpu(s->pid) - s->server, other = machine_cpu() - s->machine - own - server;
    printf(",\"wall_s\":%.3f,\"client_cpu_s\":%.2f,\"server_cpu_s\":%.2f,\"other_cpu_pct\":%.0f", wall, own, server,
           other < 0 ? 0 : 100 * other / wall);
    return server;
}

static inline void raise_file_limit(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit)) fail("getrlimit");
    limit.rlim_cur = limit.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &limit)) fail("setrlimit");
}
