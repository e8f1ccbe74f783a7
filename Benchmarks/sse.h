// A reader of `text/event-stream` over HTTP/1.1, with or without chunks.
#pragma once
#include "http.h"

typedef struct subscriber {
    int fd, index;
    bool open, chunked, watched;
    enum { in_head, in_size, in_chunk, after_chunk } state;
    size_t chunk_left, rest_length, rest_capacity;
    char *rest;  // an unfinished head or frame
    int64_t last_id;
    uint64_t frames;
} subscriber;

// One event: everything before its blank line. `id` is -1 where the frame has none or it is no number.
typedef void frame_handler(subscriber *s, int64_t id, const char *frame, size_t length);

static inline void subscribe(subscriber *s, int port, const char *path, int64_t last_event_id) {
    char request[512], cursor[64] = "";
    if (last_event_id >= 0) snprintf(cursor, sizeof cursor, "Last-Event-ID: %" PRId64 "\r\n", last_event_id);
    int length = snprintf(request, sizeof request,
                          "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept: text/event-stream\r\n%s\r\n", path, port, cursor);
    send_all(s->fd, request, (size_t)length);
    s->last_id = -1;
}

static inline void keep_rest(subscriber *s, const char *bytes, size_t length) {
    if (length > s->rest_capacity) {
        s->rest_capacity = length * 2;
        s->rest = realloc(s->rest, s->rest_capacity);
        if (!s->rest) fail("realloc");
    }
    if (length) memcpy(s->rest, bytes, length);
    s->rest_length = length;
}

static inline int64_t frame_id(const char *frame, size_t length) {
    const char *at = frame, *end = frame + length;
    while (at && end - at > 3) {
        if (!memcmp(at, "id:", 3)) {
            char *stop;
            long long id = strtoll(at + 3, &stop, 10);
            return *stop == '\n' ? id : -1;
        }
        at = memchr(at, '\n', (size_t)(end - at));
        at = at ? at + 1 : NULL;
    }
    return -1;
}

// Hands on the whole frames of a stretch of text and keeps the rest. Comments, which begin with `:`, are left out.
static inline void take_frames(subscriber *s, const char *text, size_t length, frame_handler *handler) {
    const char *at = text, *end = text + length, *blank;
    while ((blank = memmem(at, (size_t)(end - at), "\n\n", 2))) {
        if (*at != ':' && memcmp(at, "retry:", 6)) {
            s->frames++;
            handler(s, frame_id(at, (size_t)(blank - at) + 1), at, (size_t)(blank - at));
        }
        at = blank + 2;
    }
    keep_rest(s, at, (size_t)(end - at));
}

// Copies what the chunks hold to `out` and returns its length.
static inline size_t without_chunks(subscriber *s, const char *bytes, size_t length, char *out) {
    size_t written = 0;
    for (size_t at = 0; at < length;) {
        if (s->state == in_chunk) {
            size_t count = length - at < s->chunk_left ? length - at : s->chunk_left;
            memcpy(out + written, bytes + at, count);
            written += count;
            at += count;
            s->chunk_left -= count;
            if (!s->chunk_left) s->state = after_chunk;
            continue;
        }
        char byte = bytes[at++];
        if (byte == '\r') continue;
        if (byte != '\n') {
            s->chunk_left = s->chunk_left * 16 + (size_t)(byte <= '9' ? byte - '0' : (byte | 0x20) - 'a' + 10);
        } else if (s->state == after_chunk) {
            s->state = in_size;
        } else if (s->chunk_left) {
            s->state = in_chunk;
        } else {
            s->open = false;  // the last chunk: a clean end
        }
    }
    return written;
}

enum { read_size = 256 * 1024 };

// Reads once and handles every frame that is now whole. Sets `open` when the head has come, clears it at the end.
static inline void subscriber_read(subscriber *s, frame_handler *handler) {
    static char input[read_size], *text;
    static size_t capacity;
    ssize_t count = read(s->fd, input, sizeof input);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (count <= 0) {
        s->open = false;
        close(s->fd);
        s->fd = -1;
        return;
    }
    size_t length = (size_t)count, skip = 0;
    if (s->rest_length + length > capacity) {
        capacity = (s->rest_length + length) * 2;
        if (!(text = realloc(text, capacity))) fail("realloc");
    }
    if (s->rest_length) memcpy(text, s->rest, s->rest_length);
    if (s->state == in_head) {
        memcpy(text + s->rest_length, input, length);
        reply_head head;
        if (!parse_head(text, s->rest_length + length, &head)) {
            keep_rest(s, text, s->rest_length + length);
            return;
        }
        if (head.status != 200) {
            fprintf(stderr, "the stream answered %d\n", head.status);
            exit(2);
        }
        s->chunked = head.chunked;
        s->open = true;
        s->state = s->chunked ? in_size : in_chunk;
        skip = head.head_length - s->rest_length;
        s->rest_length = 0;
    }
    char *end = text + s->rest_length;
    if (s->chunked) {
        end += without_chunks(s, input + skip, length - skip, end);
    } else {
        memcpy(end, input + skip, length - skip);
        end += length - skip;
    }
    take_frames(s, text, (size_t)(end - text), handler);
}
