// The little of HTTP/1.1 that a load generator speaks, over sockets to 127.0.0.1 and nowhere else.
#pragma once
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include "measure.h"

// A connected socket that does not block. A small receive buffer makes a reader that stops felt at the server soon.
static inline int dial(int port, int receive_buffer) {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), on = 1;
    if (fd < 0) fail("socket");
    if (receive_buffer) setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (connect(fd, (struct sockaddr *)&address, sizeof address)) fail("connect to 127.0.0.1");
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (fcntl(fd, F_SETFL, O_NONBLOCK) < 0) fail("fcntl");
    return fd;
}

static inline void watch(int epoll, int fd, void *owner) {
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = owner};
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event)) fail("epoll_ctl");
}

// Writes all of a request. Requests are far smaller than a socket's buffer, so this waits in rare cases only.
static inline void send_all(int fd, const char *bytes, size_t length) {
    while (length) {
        ssize_t sent = send(fd, bytes, length, MSG_NOSIGNAL);
        if (sent < 0 && errno == EAGAIN) {
            struct pollfd wait = {.fd = fd, .events = POLLOUT};
            if (poll(&wait, 1, 10000) != 1) usage_error("a request could not be written within 10 s");
            continue;
        }
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) fail("send");
        bytes += sent;
        length -= (size_t)sent;
    }
}

typedef struct {
    int status;
    size_t head_length;
    long content_length;  // -1: the head does not say
    bool chunked;
} reply_head;

// Reads a reply's head once all of it is there.
static inline bool parse_head(const char *bytes, size_t length, reply_head *head) {
    const char *end = memmem(bytes, length, "\r\n\r\n", 4);
    if (!end) return false;
    if (length < 12 || memcmp(bytes, "HTTP/1.1 ", 9)) usage_error("the reply is no HTTP/1.1");
    *head = (reply_head){atoi(bytes + 9), (size_t)(end - bytes) + 4, -1, false};
    for (const char *line = bytes; line < end;) {
        const char *next = memmem(line, (size_t)(end - line) + 2, "\r\n", 2);
        if (!strncasecmp(line, "content-length:", 15)) head->content_length = atol(line + 15);
        if (!strncasecmp(line, "transfer-encoding:", 18)) head->chunked = true;
        line = next + 2;
    }
    return true;
}

// A connection that has one request at a time under way.
typedef struct {
    int fd;
    bool busy;
    uint32_t number;  // of the request under way
    uint64_t since;   // from when its latency counts
    size_t length;
    char input[32768];
} requester;

// Takes what has come. Returns the status of a finished reply, 0 while it is incomplete, -1 when the server closed.
static inline int requester_read(requester *r) {
    ssize_t count = read(r->fd, r->input + r->length, sizeof r->input - r->length);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return 0;
    if (count <= 0) return -1;
    r->length += (size_t)count;
    reply_head head;
    if (!parse_head(r->input, r->length, &head)) return 0;
    bool whole = head.chunked ? r->length >= 5 && !memcmp(r->input + r->length - 5, "0\r\n\r\n", 5)
                              : r->length >= head.head_length + (size_t)(head.content_length < 0 ? 0 : head.content_length);
    if (!whole) {
        if (r->length == sizeof r->input) usage_error("a reply is longer than 32 KiB");
        return 0;
    }
    r->length = 0;
    r->busy = false;
    return head.status;
}

// Writes the head of a POST before the body that already stands at `body`, and returns where the request begins.
static inline char *post_request(char *body, size_t body_length, const char *path, int port, size_t *length) {
    char head[512];
    int count = snprintf(head, sizeof head,
                         "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\n"
                         "Content-Length: %zu\r\n\r\n",
                         path, port, body_length);
    memcpy(body - count, head, (size_t)count);
    *length = (size_t)count + body_length;
    return body - count;
}
