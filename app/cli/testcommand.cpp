#include "app/cli/endpointplace.h"
#include "core/base/files.h"
#include "core/inference/loadmeasuring.h"
#include "core/inference/payload.h"

#include <QFile>
#include <QFileInfo>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <mutex>
#include <thread>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::TestCommand", text); }

struct Options
{
    std::string name, data, contentType, load, version, against;
    int seconds = 10;
    int repeat = 1;
};

Result<QByteArray> readData(const std::string &from)
{
    if (from != "-")
        return readWholeFile(fromStd(from), 256 * 1024 * 1024);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error::failed(u"file.cannotRead"_s, tr("Standard input could not be read."));
    return input.readAll();
}

/// --data, else what the endpoint brings along.
Result<ScoringRequest> makeRequest(CommandContext &context, EndpointBench &endpoints, const Options &options)
{
    ScoringRequest request;
    if (options.data.empty()) {
        auto sample = endpoints.samplePayload(fromStd(options.name), context.cancel);
        if (!sample)
            return sample.error();
        context.out.talk(tr("The request comes from %1.").arg(sample->source));
        request = std::move(sample->request);
    } else {
        auto body = readData(options.data);
        if (!body)
            return body.error();
        request.contentType = contentTypeOf(fromStd(options.data), *body);
        request.body = std::move(*body);
    }
    if (!options.contentType.empty())
        request.contentType = fromStd(options.contentType);
    return request;
}

Json differencesJson(const std::vector<AnswerDifference> &differences)
{
    Json list = Json::array();
    for (const AnswerDifference &each : differences) {
        Json entry{{"path", toStd(each.path)}}; // a side that has nothing there has no member
        if (each.left)
            entry["left"] = *each.left;
        if (each.right)
            entry["right"] = *each.right;
        list.push_back(std::move(entry));
    }
    return list;
}

void talkAboutDifferences(const Output &out, const ScoringCall &call, const ScoringCall &other,
                          const std::vector<AnswerDifference> &differences)
{
    if (differences.empty() && call.status == other.status) {
        out.talk(tr("Versions %1 and %2 answer the same.").arg(call.versionLabel(), other.versionLabel()));
        return;
    }
    out.talk(tr("Version %1 answers %2, version %3 answers %4.")
                 .arg(call.versionLabel())
                 .arg(call.status)
                 .arg(other.versionLabel())
                 .arg(other.status));
    for (const AnswerDifference &each : differences)
        out.talk(
            u"%1: %2 | %3"_s.arg(each.path, AnswerDifference::text(each.left), AnswerDifference::text(each.right)));
}

Result<int> test(CommandContext &context, const Options &options)
{
    const auto place = placeOf(context, fromStd(options.name));
    if (!place)
        return place.error();
    const auto version = place->version(fromStd(options.name), options.version);
    const auto against = place->version(fromStd(options.name), options.against);
    if (!version || !against)
        return version ? against.error() : version.error();
    EndpointBench &endpoints = *place->bench;
    const auto request = makeRequest(context, endpoints, options);
    if (!request)
        return request.error();
    TalkingContext job(context);
    Result<ScoringCall> call = Error::canceled();
    Json times = Json::array();
    for (int i = 0; i < options.repeat; ++i) {
        call = endpoints.score(fromStd(options.name), *version, *request, job);
        if (!call)
            return call.error();
        times.push_back({{"status", call->status}, {"ms", call->ms}});
    }
    Json document = call->toJson();
    if (options.repeat > 1)
        document["calls"] = times;
    bool succeeded = call->isSuccess();
    if (*against > 0) {
        const auto other = endpoints.score(fromStd(options.name), *against, *request, job);
        if (!other)
            return other.error();
        const auto differences = compareAnswers(call->body, other->body);
        document["against"] = other->toJson();
        document["same"] = differences.empty() && call->status == other->status;
        document["differences"] = differencesJson(differences);
        succeeded = succeeded && other->isSuccess();
        if (!context.out.json)
            talkAboutDifferences(context.out, *call, *other, differences);
    }
    if (context.out.json)
        context.out.document(document);
    else
        context.out.bytes(call->body);
    if (!call->isSuccess())
        context.out.talk(tr("The endpoint answered with %1.").arg(call->status));
    return succeeded ? 0 : 1;
}

void printReport(const Output &out, const LoadReport &report)
{
    const auto ms = [&report](double percent) {
        return report.latency.count() > 0 ? u"%1 ms"_s.arg(double(report.latency.percentile(percent)) / 1e6, 0, 'f', 2)
                                          : tr("none");
    };
    out.table({{tr("Requests"), QString::number(report.requests)},
               {tr("Errors"), QString::number(report.errors)},
               {tr("Per second"), QString::number(report.perSecond, 'f', 1)},
               {u"p50"_s, ms(50)},
               {u"p90"_s, ms(90)},
               {u"p99"_s, ms(99)},
               {u"p99.9"_s, ms(99.9)},
               {tr("Longest"), ms(100)}});
    if (report.saturated)
        out.text(tr("The server is saturated: it does not keep up with this rate."));
}

/// The most that the serving instance took while this lives; nothing where its way of running does not tell.
class UsagePeak
{
public:
    UsagePeak(EndpointBench &endpoints, const QString &name)
        : m_thread([this, &endpoints, name] {
              const auto watched = endpoints.watchUsage(
                  name,
                  [this](const InstanceUsage &now) {
                      const std::lock_guard lock(m_mutex);
                      m_most.cpuPercent = std::max(m_most.cpuPercent, now.cpuPercent);
                      m_most.memory = std::max(m_most.memory, now.memory);
                      m_hasOne = true;
                      return true;
                  },
                  m_stop);
              (void)watched; // without it the load is as good
          })
    {
    }
    ~UsagePeak()
    {
        m_stop.cancel();
        m_thread.join();
    }
    Json toJson()
    {
        const std::lock_guard lock(m_mutex);
        return m_hasOne ? Json{{"cpuPercentMax", m_most.cpuPercent}, {"memoryMax", m_most.memory}} : Json();
    }

private:
    std::mutex m_mutex;
    InstanceUsage m_most;
    bool m_hasOne = false;
    CancelToken m_stop;
    std::thread m_thread;
};

Result<int> load(CommandContext &context, const Options &options)
{
    auto settings = parseLoad(fromStd(options.load));
    if (!settings)
        return settings.error();
    const auto place = placeOf(context, fromStd(options.name));
    if (!place)
        return place.error();
    const auto version = place->version(fromStd(options.name), options.version);
    if (!version)
        return version.error();
    EndpointBench &endpoints = *place->bench;
    auto request = makeRequest(context, endpoints, options);
    if (!request)
        return request.error();
    settings->request = std::move(*request);
    settings->duration = std::chrono::seconds(options.seconds);
    TalkingContext job(context);
    UsagePeak usage(endpoints, fromStd(options.name));
    const auto measured =
        measureLoad(endpoints, fromStd(options.name), *version, *settings, job, [&context](const LoadReport &now) {
            context.out.talk(tr("%1 requests, %2 errors").arg(now.requests).arg(now.errors));
        });
    if (!measured)
        return measured.error();
    const LoadReport &report = measured->report;
    const Json taken = usage.toJson();
    if (context.out.json) {
        Json document = report.toJson();
        document["usage"] = taken;
        context.out.document(document);
    } else {
        printReport(context.out, report);
        if (!taken.is_null())
            context.out.text(tr("At most %1 % of a core and %2 MiB of memory.")
                                 .arg(numberAt(taken, "cpuPercentMax"), 0, 'f', 0)
                                 .arg(double(intAt(taken, "memoryMax")) / (1024 * 1024), 0, 'f', 0));
    }
    return context.cancel.isCanceled() ? Result<int>(Error::canceled()) : Result<int>(report.errors > 0 ? 1 : 0);
}

} // namespace

void addTestCommand(CommandSet &commands)
{
    CLI::App *command = commands.add("test", tr("Send a request to an endpoint"));
    commands.worksInAzure(command);
    auto options = std::make_shared<Options>();
    command->add_option("NAME", options->name, toStd(tr("Name of the endpoint")));
    command->add_option("--data", options->data, toStd(tr("Body of the request; - is standard input")))
        ->type_name("FILE");
    command->add_option("--content-type", options->contentType, toStd(tr("Its content type")))->type_name("T");
    command
        ->add_option("--version", options->version,
                     toStd(tr("Version or deployment to ask (default: the one that serves)")))
        ->type_name("V");
    command->add_option("--against", options->against, toStd(tr("Ask this version or deployment too and compare")))
        ->type_name("V2");
    command->add_option("--repeat", options->repeat, toStd(tr("Send it so many times")))
        ->type_name("N")
        ->check(CLI::Range(1, 100000));
    command->add_option("--load", options->load, toStd(tr("Load: so many at once (8), or so many a second (100/s)")))
        ->type_name("N|RATE/s");
    command->add_option("--seconds", options->seconds, toStd(tr("How long the load lasts (default: 10)")))
        ->type_name("S")
        ->check(CLI::Range(1, 86400));
    commands.on(command, [options](CommandContext &context) -> Result<int> {
        if (options->name.empty())
            return Error::usage(u"endpoint.nameNeeded"_s, tr("Say which endpoint is meant."))
                .withFix(tr("mooring endpoints lists them."));
        return options->load.empty() ? test(context, *options) : load(context, *options);
    });
}

} // namespace mooring
