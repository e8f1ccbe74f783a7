"""Turns the generators' lines into what a person reads."""

import datetime
import platform
import statistics
import subprocess


def short(line):
    """One line while the run goes on."""
    numbers = [
        ("per_s", "{:,.0f}/s"), ("deliveries_per_s", "{:,.0f} deliveries/s"), ("events_per_s", "{:,.0f} events/s"),
        ("latency_p50_ms", "p50 {:.2f} ms"), ("latency_p95_ms", "p95 {:.2f} ms"), ("latency_p99_ms", "p99 {:.2f} ms"),
        ("server_us_per_request", "{:.1f} CPU µs each"), ("server_us_per_delivery", "{:.2f} CPU µs each"),
        ("missing", "{} missing"), ("duplicates", "{} twice"), ("out_of_order", "{} out of order"),
        ("other_cpu_pct", "others' CPU {}%"), ("kb", "{} KB"), ("status", "answered {}"), ("heap_mb", "heap {} MB"),
        ("nodes", "nodes {}"),
    ]
    return f"{line['label']:32} " + ", ".join(form.format(line[name]) for name, form in numbers if name in line)


def of(lines, label, field):
    return [line[field] for line in lines if line["label"] == label]


def spread(values, form="{:,.0f}"):
    """The median and the range."""
    middle = form.format(statistics.median(values))
    if len(values) == 1:
        return middle
    return f"{middle} ({form.format(min(values))} to {form.format(max(values))})"


def labels(lines, prefix):
    return list(dict.fromkeys(line["label"] for line in lines if line["label"].startswith(prefix)))


def table(head, rows):
    return "\n".join(["| " + " | ".join(head) + " |", "|" + "---|" * len(head)] + ["| " + " | ".join(row) + " |" for row in rows])


def name(label):
    return label.split(": ", 1)[1]


def ingest(lines):
    rows = [
        [name(label), spread(of(lines, label, "per_s")), spread(of(lines, label, "latency_p50_ms"), "{:.2f}"),
         spread(of(lines, label, "latency_p99_ms"), "{:.2f}"), spread(of(lines, label, "server_us_per_request"), "{:.1f}"),
         spread(of(lines, label, "other_cpu_pct"))]
        for label in labels(lines, "ingest: ")
    ]
    group, single, empty = (of(lines, f"ingest: {arm}", "per_s") for arm in ("group commit", "one transaction each", "empty POST"))
    ratios = [
        f"- group commit / one transaction each: {spread([a / b for a, b in zip(group, single)], '{:.2f}')} (at least 4 is wanted)",
        f"- group commit / empty POST: {spread([a / b for a, b in zip(group, empty)], '{:.2f}')} (at least 0.4 is wanted)",
    ]
    head = ["ingest", "requests/s", "p50 ms", "p99 ms", "server CPU µs each", "others' CPU %"]
    return table(head, rows) + "\n\nRatios within a round:\n\n" + "\n".join(ratios)


def fanout(lines, prefix):
    rows = []
    for label in labels(lines, prefix):
        lost = [sum(of(lines, label, field)) for field in ("missing", "duplicates", "out_of_order", "closed")]
        rows.append([
            name(label), spread(of(lines, label, "deliveries_per_s")), spread(of(lines, label, "latency_p50_ms"), "{:.1f}"),
            spread(of(lines, label, "latency_p99_ms"), "{:.1f}"), spread(of(lines, label, "server_us_per_delivery"), "{:.2f}"),
            " / ".join(str(count) for count in lost),
            f"{of(lines, label, 'rss_start_kib')[-1] / 1024:.1f} → {of(lines, label, 'rss_end_kib')[-1] / 1024:.1f}"
            f" (peak {max(of(lines, label, 'rss_peak_kib')) / 1024:.1f})",
            spread(of(lines, label, "other_cpu_pct")),
        ])
    head = [prefix.strip(": "), "deliveries/s", "p50 ms", "p99 ms", "server CPU µs each",
            "missing / twice / out of order / closed", "resident MiB, start → end", "others' CPU %"]
    text = table(head, rows)
    for line in lines:
        if line["label"].startswith(prefix) and "stalled" in line:
            text += (f"\n\nThe {line['stalled']} that stopped for {line['stall_s']:.0f} s had everything "
                     f"{line['stalled_latency_max_ms'] / 1000:.2f} s after the oldest of it was due.")
    return text


def replay(lines):
    rows = [
        [name(label), spread(of(lines, label, "events_per_s")), spread(of(lines, label, "mb_per_s"), "{:.1f}"),
         spread(of(lines, label, "slowest_first_ms"), "{:.1f}"),
         f"{sum(of(lines, label, 'missing'))} / {sum(of(lines, label, 'out_of_order'))}",
         spread([(line["rss_peak_kib"] - line["rss_start_kib"]) / 1024 for line in lines if line["label"] == label], "{:.1f}")]
        for label in labels(lines, "replay: ")
    ]
    head = ["replay", "events/s, all readers", "MB/s", "last reader's first event, ms", "missing / out of order",
            "growth of the resident peak, MiB"]
    return table(head, rows)


def hooks(lines):
    rows = [[name(line["label"]), str(line["runs"])] + [f"{line[f'latency_{field}_ms']:.1f}" for field in ("p50", "p95", "max")]
            for line in lines if line["label"].startswith("hook: ")]
    ours, theirs = (of(lines, f"hook: {arm}", "latency_p50_ms") for arm in ("server up", "curl beside it"))
    return (table(["one hook as a process", "runs", "p50 ms", "p95 ms", "longest ms"], rows)
            + f"\n\nmonitor-cli / curl, medians: {ours[0] / theirs[0]:.2f} (at most 0.8 is wanted)")


def postgres(lines):
    arms = labels(lines, "postgres: ")
    rows = [[name(label), spread(of(lines, label, "per_s")), spread(of(lines, label, "latency_p50_ms"), "{:.2f}"),
             spread(of(lines, label, "latency_p99_ms"), "{:.2f}")] for label in arms]
    single, *ours = (of(lines, f"postgres: {arm}", "per_s") for arm in ("pgbench, one row each", "one server", "two servers"))
    ratios = [f"- {arm} / pgbench: {spread([a / b for a, b in zip(rates, single)], '{:.2f}')} (at least 2 is wanted)"
              for arm, rates in zip(("one server", "two servers"), ours)]
    streams = [[name(label), str(of(lines, label, "posts")[0])]
               + [f"{of(lines, label, f'latency_{field}_ms')[0]:.2f}" for field in ("p50", "p99", "max")]
               for label in labels(lines, "postgres stream: ")]
    return "\n\n".join([
        table(["durable ingest, 64 clients", "updates/s", "p50 ms", "p99 ms"], rows), "Ratios within a round:", "\n".join(ratios),
        table(["a post until it is on a stream", "posts", "p50 ms", "p99 ms (under 100 is wanted)", "longest ms"], streams),
    ])


def web(lines):
    pages = [[name(line["label"]), f"{line['latency_p50_ms']:.1f}", f"{line['latency_p99_ms']:.1f}", f"{line['kb']:.0f}"]
             for line in lines if line["label"].startswith("web: ") and "kb" in line]
    rows = [[name(line["label"]), f"{line['latency_p50_ms']:.0f}", f"{line['latency_p95_ms']:.0f}", f"{line['latency_max_ms']:.0f}"]
            for line in lines if line["label"].startswith("web live: ")]
    memory = [[name(line["label"]), f"{line['heap_mb'][0]:.1f} → {line['heap_mb'][-1]:.1f} (peak {max(line['heap_mb']):.1f})",
               f"{line['nodes'][0]:,} → {line['nodes'][-1]:,} (peak {max(line['nodes']):,})"]
              for line in lines if line["label"].startswith("web memory: ")]
    return "\n\n".join([
        table(["first byte of", "p50 ms", "p99 ms (under 50 is wanted)", "KB"], pages),
        table(["live row after the POST's answer", "p50 ms", "p95 ms (under 250 is wanted)", "longest ms"], rows),
        table(["open page over the live updates", "script heap, MB", "nodes (flat is wanted)"], memory),
    ])


def summary(lines):
    parts = []
    if labels(lines, "ingest: "):
        parts.append("## Ingest\n\n" + ingest(lines))
    if labels(lines, "fanout: "):
        parts.append("## Fan-out\n\n" + fanout(lines, "fanout: "))
    if labels(lines, "replay: "):
        parts.append("## Replay\n\n" + replay(lines))
    if labels(lines, "stall: "):
        parts.append("## Subscribers that stop reading\n\n" + fanout(lines, "stall: "))
    if labels(lines, "hook: "):
        parts.append("## Hook\n\n" + hooks(lines))
    if labels(lines, "web"):
        parts.append("## Pages\n\n" + web(lines))
    if labels(lines, "postgres"):
        parts.append("## PostgreSQL\n\n" + postgres(lines))
    return "\n\n".join(parts) + "\n"


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        names = [line.split(":")[1].strip() for line in file if line.startswith("model name")]
    return f"{len(names)} x {names[0]}" if names else platform.machine()


def page(text, lines, options):
    """A page for results/, with what a reader needs to judge it."""
    revision = subprocess.run(["git", "describe", "--always", "--dirty"], stdout=subprocess.PIPE, text=True, check=False)
    facts = [
        f"- date: {datetime.date.today()}",
        f"- revision: {revision.stdout.strip() or 'unknown'}",
        f"- machine: {processor()}, Linux {platform.release()}; the load generator runs on the same cores",
        f"- command: Benchmarks/run.py --rounds {options.rounds} --seconds {options.seconds:g} --fanout-seconds "
        f"{options.fanout_seconds:g} --connections {options.connections} --subscribers {options.subscribers} "
        f"--rate {options.rate} --replay {options.replay} --only {','.join(options.only)}",
        "- numbers are medians, with the range of all rounds in brackets",
    ]
    return f"# Benchmark of {datetime.date.today()}\n\n" + "\n".join(facts) + "\n\n" + text
