#include "core/transport/docker/dockerengine.h"

namespace mooring {

namespace {

constexpr auto kIdle = std::chrono::milliseconds(30000);
constexpr int kMostEmpty = 3; // seconds that a container may take to begin

Json member(const Json &object, const char *key)
{
    return object.is_object() && object.contains(key) ? object[key] : Json::object();
}

class UsageSink : public BodySink
{
public:
    explicit UsageSink(const std::function<bool(const DockerEngine::Usage &)> &sink) : m_sink(sink) {}
    Result<bool> take(std::string_view bytes) override
    {
        return m_lines.feed(bytes, [this](const Json &line) { return read(line); });
    }

private:
    /// Two readings make a share of the time; the first has none before it. As `docker stats` counts.
    Result<bool> read(const Json &line)
    {
        const Json memory = member(line, "memory_stats"), cpu = member(line, "cpu_stats");
        if (!memory.contains("usage")) // ended, or not started
            return !m_hasBefore && ++m_empty < kMostEmpty;
        const double total = numberAt(member(cpu, "cpu_usage"), "total_usage");
        const double system = numberAt(cpu, "system_cpu_usage");
        DockerEngine::Usage usage;
        const double cores = std::max(1.0, numberAt(cpu, "online_cpus", 1));
        if (m_hasBefore && system > m_system && total >= m_total)
            usage.cpuPercent = (total - m_total) / (system - m_system) * cores * 100;
        const Json details = member(memory, "stats");
        const qint64 idle = intAt(details, "total_inactive_file", intAt(details, "inactive_file"));
        usage.memory = std::max<qint64>(0, intAt(memory, "usage") - idle);
        usage.memoryLimit = intAt(memory, "limit");
        const bool isSecond = std::exchange(m_hasBefore, true);
        m_total = total;
        m_system = system;
        return !isSecond || m_sink(usage);
    }

    const std::function<bool(const DockerEngine::Usage &)> &m_sink;
    DockerLines m_lines;
    bool m_hasBefore = false;
    int m_empty = 0;
    double m_total = 0, m_system = 0;
};

} // namespace

Result<> DockerEngine::usage(const QString &container, const std::function<bool(const Usage &)> &sink,
                             const CancelToken &cancel) const
{
    UsageSink readings(sink);
    const auto answer =
        call({"GET", "/containers/" + encoded(container) + "/stats?stream=1"}, {kIdle}, cancel, &readings);
    return answer ? Result<>() : answer.error();
}

} // namespace mooring
