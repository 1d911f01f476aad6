#include "core/base/process.h"
#include "core/inference/loadgenerator.h"
#include "tests/bench/race.h"
#include "tests/support/sshserver.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <atomic>
#include <csignal>
#include <thread>

namespace mooring::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int connections = 8;
constexpr auto duration = 4s;

/// nginx, which answers at once: the generator is the limit.
class FastServer
{
public:
    FastServer()
    {
        m_port = test::freePort();
        QFile config(m_folder.filePath(u"nginx.conf"_s));
        if (!config.open(QIODevice::WriteOnly))
            return;
        const QByteArray folder = m_folder.path().toUtf8();
        config.write("daemon off;\nworker_processes 1;\npid " + folder + "/pid;\nerror_log " + folder +
                     "/errors;\nevents { worker_connections 100; }\nhttp {\n access_log off;\n keepalive_requests "
                     "100000000;\n client_body_temp_path " +
                     folder + "/a;\n proxy_temp_path " + folder + "/b;\n fastcgi_temp_path " + folder +
                     "/c;\n uwsgi_temp_path " + folder + "/d;\n scgi_temp_path " + folder +
                     "/e;\n server { listen 127.0.0.1:" + QByteArray::number(m_port) +
                     ";\n location / { return 200 '{\"answer\": 0.5}\\n'; } }\n}\n");
        config.close();
        m_process.start(u"/usr/sbin/nginx"_s, {u"-p"_s, m_folder.path(), u"-c"_s, config.fileName()});
        for (int i = 0; i < 100 && !m_answers; ++i) {
            QTcpSocket socket;
            socket.connectToHost(u"127.0.0.1"_s, m_port);
            m_answers = socket.waitForConnected(200);
            if (!m_answers)
                std::this_thread::sleep_for(50ms);
        }
    }
    ~FastServer()
    {
        m_process.terminate();
        m_process.waitForFinished(5000);
    }
    bool answers() const { return m_answers; }
    quint16 port() const { return m_port; }
    /// The process that serves: the only child of the first.
    qint64 worker() const
    {
        QFile children(u"/proc/%1/task/%1/children"_s.arg(m_process.processId()));
        return children.open(QIODevice::ReadOnly) ? children.readAll().simplified().split(' ').value(0).toLongLong()
                                                  : 0;
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    bool m_answers = false;
};

struct Measured
{
    double perSecond = 0, p50Ms = 0;
};

std::optional<Measured> ours(int port)
{
    LoadSettings settings;
    settings.server.port = port;
    settings.path = "/";
    settings.request.body = "{}";
    settings.connections = connections;
    settings.duration = duration;
    const auto report = runLoad(settings, {});
    if (!report || report->errors > 0)
        return {};
    return Measured{report->perSecond, double(report->latency.percentile(50)) / 1e6};
}

std::optional<Measured> wrk(int port)
{
    QTemporaryDir folder;
    QFile script(folder.filePath(u"post.lua"_s)); // the same request as ours
    if (!script.open(QIODevice::WriteOnly) ||
        script.write("wrk.method = 'POST'\nwrk.body = '{}'\nwrk.headers['Content-Type'] = 'application/json'\n") < 0)
        return {};
    script.close();
    Command command;
    command.program = u"wrk"_s;
    command.arguments = {u"-t1"_s,
                         u"-s"_s,
                         script.fileName(),
                         u"-c%1"_s.arg(connections),
                         u"-d%1s"_s.arg(std::chrono::seconds(duration).count()),
                         u"--latency"_s,
                         u"http://127.0.0.1:%1/"_s.arg(port)};
    command.limit = 30s;
    const auto output = runCommand(command, {});
    if (!output || !output->succeeded())
        return {};
    const QString text = QString::fromUtf8(output->output);
    static const QRegularExpression rate(u"Requests/sec:\\s+([0-9.]+)"_s);
    static const QRegularExpression middle(u"50%\\s+([0-9.]+)(us|ms|s)"_s);
    const auto at = middle.match(text);
    const double unit = at.captured(2) == u"us" ? 1e-3 : at.captured(2) == u"ms" ? 1 : 1000;
    return Measured{rate.match(text).captured(1).toDouble(), at.captured(1).toDouble() * unit};
}

std::vector<Finding> againstWrk(const Options &options, int port)
{
    std::vector<double> rates, middles, ourRates, theirRates, ourMiddles, theirMiddles;
    for (int pair = -1; pair < options.pairs; ++pair) {
        const auto a = ours(port);
        const auto b = a ? wrk(port) : std::nullopt;
        if (!a || !b)
            return {{u"load / wrk -t1"_s, {}, {}, u"could not be measured"_s, u">= 0.9 x"_s, Verdict::Skipped}};
        if (pair < 0)
            continue;
        ourRates.push_back(a->perSecond);
        theirRates.push_back(b->perSecond);
        ourMiddles.push_back(a->p50Ms);
        theirMiddles.push_back(b->p50Ms);
        rates.push_back(a->perSecond / b->perSecond);
        middles.push_back(a->p50Ms / b->p50Ms);
    }
    const double rate = median(rates), middle = median(middles);
    const auto perSecond = [](double value) { return u"%1 k/s"_s.arg(value / 1000, 0, 'f', 1); };
    const auto us = [](double value) { return u"%1 us"_s.arg(value * 1000, 0, 'f', 0); };
    return {{u"load, 8 at once / wrk -t1 -c8"_s, perSecond(median(ourRates)), perSecond(median(theirRates)),
             u"%1 x"_s.arg(rate, 0, 'f', 2), u">= 0.9 x"_s, rate >= 0.9 ? Verdict::Passed : Verdict::Failed},
            {u"its p50 / wrk's"_s, us(median(ourMiddles)), us(median(theirMiddles)), u"%1 x"_s.arg(middle, 0, 'f', 2),
             u"<= 1.1 x"_s, middle <= 1.1 ? Verdict::Passed : Verdict::Failed}};
}

/// Frozen for 1 s in 10 at 100 requests a second: a tenth of all have to wait, and p99 must say so.
Finding stalls(const FastServer &server)
{
    const auto worker = pid_t(server.worker());
    if (worker <= 1)
        return {u"p99 of a server that freezes 1 s in 10"_s, {}, {}, u"no worker"_s, u">= 500 ms"_s, Verdict::Skipped};
    std::atomic<bool> isOver{false};
    std::thread freezer([&] {
        for (int tick = 0; !isOver; ++tick) {
            if (tick % 100 == 40)
                kill(worker, SIGSTOP);
            if (tick % 100 == 50)
                kill(worker, SIGCONT);
            std::this_thread::sleep_for(100ms);
        }
        kill(worker, SIGCONT);
    });
    LoadSettings settings;
    settings.mode = LoadSettings::Mode::Open;
    settings.server.port = server.port();
    settings.path = "/";
    settings.request.body = "{}";
    settings.rate = 100;
    settings.duration = 20s;
    const auto report = runLoad(settings, {});
    isOver = true;
    freezer.join();
    const double p99 = report ? double(report->latency.percentile(99)) / 1e6 : 0;
    const double p50 = report ? double(report->latency.percentile(50)) / 1e6 : 0;
    return {u"p99 of a server that freezes 1 s in 10, at 100/s"_s,
            ms(p99),
            u"p50 "_s + ms(p50),
            report ? u"%1 requests"_s.arg(report->requests) : report.error().text(),
            u">= 500 ms"_s,
            p99 >= 500 ? Verdict::Passed : Verdict::Failed};
}

} // namespace

std::vector<Finding> benchLoad(const Options &options)
{
    if (!QFile::exists(u"/usr/sbin/nginx"_s) || findProgram(u"wrk"_s).isEmpty())
        return {{u"load / wrk -t1"_s, {}, {}, u"nginx or wrk is not installed"_s, u">= 0.9 x"_s, Verdict::Skipped}};
    const FastServer server;
    if (!server.answers())
        return {{u"load / wrk -t1"_s, {}, {}, u"nginx did not start"_s, u">= 0.9 x"_s, Verdict::Skipped}};
    auto findings = againstWrk(options, server.port());
    findings.push_back(stalls(server));
    return findings;
}

} // namespace mooring::bench
