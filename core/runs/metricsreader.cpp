#include "core/runs/metricsreader.h"
#include "core/base/jsontext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr qint64 pieceSize = 1 << 20;
constexpr qint64 eventPieceSize = (1 << 20) + 4096; // room for the largest record that is read
constexpr qint64 searchInterval = 3000;

QString tr(const char *text) { return QCoreApplication::translate("mooring::MetricsReader", text); }

Error canceled() { return Error::canceled(); }

} // namespace

struct MetricsReader::EventFile
{
    QString path;
    QString prefix; ///< "train/" for logs/train/events…
    qint64 offset = 0;
    TensorBoardReader reader;
};

MetricsReader::MetricsReader(RunHost &host, const QString &runFolder) : m_host(host), m_folder(runFolder) {}
MetricsReader::~MetricsReader() = default;

Result<bool> MetricsReader::update(const CancelToken &cancel, Look look)
{
    m_changed = false;
    if (auto done = readJournal(cancel); !done)
        return done.error();
    if (auto done = readLog(cancel); !done)
        return done.error();
    if (look == Look::Everywhere || !m_sinceSearch.isValid() || m_sinceSearch.elapsed() > searchInterval) {
        if (auto done = findEventFiles(cancel); !done)
            return done.error();
        m_sinceSearch.start();
    }
    for (const auto &file : m_files) {
        if (auto done = readEventFile(*file, cancel); !done)
            return done.error();
    }
    return m_changed;
}

QStringList MetricsReader::warnings() const
{
    QStringList all;
    for (const auto &file : m_files) {
        if (file->reader.isDamaged())
            all << tr("%1 is damaged at byte %2. Its scalars before that are shown.").arg(file->path).arg(file->offset);
    }
    return all;
}

Result<> MetricsReader::readLines(const QString &path, qint64 &offset,
                                  const std::function<void(QByteArrayView)> &onLine, const CancelToken &cancel)
{
    for (;;) {
        if (cancel.isCanceled())
            return canceled();
        const auto bytes = m_host.readFile(path, offset, pieceSize, cancel);
        if (!bytes)
            return bytes.error().code == u"file.missing"_s ? Result<>() : bytes.error();
        // The part after the last line end is read again next time: it may still grow, or be taken back by its writer.
        const qsizetype end = bytes->lastIndexOf('\n');
        if (end < 0 && bytes->size() < pieceSize)
            return {};
        if (end < 0) { // a line over a megabyte holds no metric
            offset += bytes->size();
            continue;
        }
        QByteArrayView rest(bytes->constData(), end);
        for (qsizetype next = rest.indexOf('\n'); next >= 0; next = rest.indexOf('\n')) {
            onLine(rest.first(next));
            rest = rest.sliced(next + 1);
        }
        onLine(rest);
        offset += end + 1;
        if (bytes->size() < pieceSize)
            return {};
    }
}

Result<> MetricsReader::readJournal(const CancelToken &cancel)
{
    const auto add = [this](QByteArrayView line) { addRecord(line); };
    if (auto done = readLines(m_folder + u"/system.jsonl"_s, m_systemOffset, add, cancel); !done)
        return done;
    return readLines(m_folder + u"/metrics.jsonl"_s, m_journalOffset, add, cancel);
}

Result<> MetricsReader::readLog(const CancelToken &cancel)
{
    std::vector<AzuremlHarvest::Found> found;
    const auto onLine = [&](QByteArrayView line) {
        m_harvest.addLine(line, found);
        for (const auto &each : found)
            addPoint(each.name, each.point, Source::Azureml);
        found.clear();
    };
    return readLines(m_folder + u"/user_logs/std_log.txt"_s, m_logOffset, onLine, cancel);
}

void MetricsReader::addRecord(QByteArrayView line)
{
    const Json record = readJson(line);
    if (!record.is_object())
        return;
    const QString kind = stringAt(record, "kind");
    const QString run = stringAt(record, "run");
    const QString key = stringAt(record, "key");
    RunMetrics &target = run.isEmpty() ? m_metrics : m_metrics.children[run];
    if (kind == u"run"_s)
        target.name = stringAt(record, "name");
    if (key.isEmpty())
        return;
    if (kind == u"metric"_s) {
        const auto value = record.contains("value") ? metricValueFromJson(record["value"]) : std::nullopt;
        if (!value)
            return;
        const MetricPoint point{intAt(record, "step"), intAt(record, "time", -1), *value};
        if (run.isEmpty())
            addPoint(key, point, Source::Journal);
        else
            target.metrics[key].push_back(point);
    } else if (kind == u"param"_s) {
        target.params[key] = stringAt(record, "value");
    } else if (kind == u"tag"_s) {
        target.tags[key] = stringAt(record, "value");
    } else if (kind == u"untag"_s) {
        target.tags.erase(key);
    }
    m_changed = true;
}

void MetricsReader::addPoint(const QString &name, const MetricPoint &point, Source source)
{
    const auto prefixed = [&](Source of) { return (of == Source::Azureml ? u"azureml/"_s : u"tensorboard/"_s) + name; };
    m_changed = true;
    const auto [owner, isNew] = m_sources.try_emplace(name, source);
    if (isNew || owner->second == source) {
        m_metrics.metrics[name].push_back(point);
        return;
    }
    if (source != Source::Journal) {
        m_metrics.metrics[prefixed(source)].push_back(point);
        return;
    }
    m_metrics.metrics[prefixed(owner->second)] = std::move(m_metrics.metrics[name]);
    m_metrics.metrics[name] = {point};
    owner->second = Source::Journal;
}

Result<> MetricsReader::findEventFiles(const CancelToken &cancel)
{
    for (const QString &place : {u"/outputs"_s, u"/logs"_s}) {
        const auto files = m_host.listFiles(m_folder + place, cancel);
        if (!files)
            return files.error();
        for (const HostFile &file : *files) {
            const QString path = QString::fromUtf8(file.path);
            const QString name = path.section(u'/', -1);
            const QString whole = m_folder + place + u'/' + path;
            if (!name.contains(u"tfevents"_s) || path.toUtf8() != file.path)
                continue;
            if (std::any_of(m_files.begin(), m_files.end(), [&](const auto &known) { return known->path == whole; }))
                continue;
            auto known = std::make_unique<EventFile>();
            known->path = whole;
            known->prefix = path.chopped(name.size());
            m_files.push_back(std::move(known));
        }
    }
    return {};
}

Result<> MetricsReader::readEventFile(EventFile &file, const CancelToken &cancel)
{
    std::vector<TensorBoardReader::Scalar> found;
    while (!file.reader.isDamaged()) {
        if (cancel.isCanceled())
            return canceled();
        const auto bytes = m_host.readFile(file.path, file.offset, eventPieceSize, cancel);
        if (!bytes)
            return bytes.error().code == u"file.missing"_s ? Result<>() : bytes.error();
        const qint64 used = file.reader.addBytes(*bytes, found);
        file.offset += used;
        for (const auto &scalar : found)
            addPoint(file.prefix + scalar.tag, scalar.point, Source::TensorBoard);
        found.clear();
        if (used == 0 || (used <= bytes->size() && bytes->size() < eventPieceSize))
            return {};
    }
    return {};
}

} // namespace mooring
