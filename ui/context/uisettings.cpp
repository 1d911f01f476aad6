#include "ui/context/uisettings.h"

#include "core/base/files.h"
#include "core/base/jsontext.h"
#include "core/jobs/background.h"

namespace mooring {

namespace {

constexpr size_t kUndoSteps = 50;
constexpr qint64 kFileLimit = 1024 * 1024;

QString themeWord(UiSettings::Theme theme)
{
    switch (theme) {
    case UiSettings::Theme::Light:
        return QStringLiteral("light");
    case UiSettings::Theme::Dark:
        return QStringLiteral("dark");
    case UiSettings::Theme::Desktop:
        break;
    }
    return QStringLiteral("desktop");
}

UiSettings::Choices choicesFrom(const Json &value)
{
    UiSettings::Choices choices;
    const QString language = stringAt(value, "language");
    if (language == QLatin1String("en") || language == QLatin1String("ko"))
        choices.language = language;
    const QString theme = stringAt(value, "theme");
    if (theme == QLatin1String("light"))
        choices.theme = UiSettings::Theme::Light;
    else if (theme == QLatin1String("dark"))
        choices.theme = UiSettings::Theme::Dark;
    choices.textPercent = int(qBound(qint64(80), intAt(value, "textPercent", 100), qint64(200)));
    choices.motion = boolAt(value, "motion", true);
    choices.runTimeLimitSeconds = int(qBound(qint64(0), intAt(value, "runTimeLimitSeconds"), qint64(31536000)));
    choices.runExperiment = stringAt(value, "runExperiment");
    return choices;
}

Json toJson(const UiSettings::Choices &choices)
{
    return {{"language", textOrNull(choices.language)},
            {"theme", toStd(themeWord(choices.theme))},
            {"textPercent", choices.textPercent},
            {"motion", choices.motion},
            {"runTimeLimitSeconds", choices.runTimeLimitSeconds},
            {"runExperiment", textOrNull(choices.runExperiment)}};
}

} // namespace

/// Writers may overtake each other on the pool; an older content never replaces a newer one.
struct UiSettings::Writer
{
    std::mutex mutex;
    int written = 0;

    bool write(const QString &path, const QByteArray &bytes, int number)
    {
        const std::lock_guard lock(mutex);
        if (number <= written)
            return true;
        written = number;
        // A read-only profile keeps no layout: nothing can be done about it here, and the banner says it.
        return makeFolder(QFileInfo(path).path()).ok() && writeFileAtomically(path, bytes).ok();
    }
};

UiSettings::UiSettings(const QString &stateFolder, QObject *parent)
    : QObject(parent), m_path(stateFolder + QStringLiteral("/ui.json")), m_writer(std::make_shared<Writer>())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(500);
    connect(&m_timer, &QTimer::timeout, this, &UiSettings::save);

    const Result<QByteArray> bytes = readWholeFile(m_path, kFileLimit);
    if (!bytes)
        return;
    const Json file = readJson(*bytes);
    if (!file.is_object())
        return;
    if (file.contains("choices"))
        m_choices = choicesFrom(file["choices"]);
    if (file.contains("layout") && file["layout"].is_object())
        m_layout = file["layout"];
}

void UiSettings::choose(const Choices &choices)
{
    if (choices == m_choices)
        return;
    rememberUndo([this, before = m_choices] { apply(before); });
    apply(choices);
}

void UiSettings::rememberUndo(std::function<void()> takeBack)
{
    m_undo.push_back(std::move(takeBack));
    if (m_undo.size() > kUndoSteps)
        m_undo.erase(m_undo.begin());
}

void UiSettings::undo()
{
    if (m_undo.empty())
        return;
    const std::function<void()> takeBack = std::move(m_undo.back());
    m_undo.pop_back();
    takeBack();
}

void UiSettings::apply(const Choices &choices)
{
    m_choices = choices;
    m_timer.start();
    Q_EMIT chosen();
}

Json UiSettings::layout(const char *key) const
{
    const auto found = m_layout.find(key);
    return found == m_layout.end() ? Json() : *found;
}

void UiSettings::setLayout(const char *key, const Json &value)
{
    if (layout(key) == value)
        return;
    m_layout[key] = value;
    m_timer.start();
}

QByteArray UiSettings::content() const { return toPrettyBytes({{"choices", toJson(m_choices)}, {"layout", m_layout}}); }

void UiSettings::save()
{
    inBackground(
        this,
        [writer = m_writer, path = m_path, bytes = content(), number = ++m_saves] {
            return writer->write(path, bytes, number);
        },
        [](bool) {});
}

void UiSettings::flush()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    m_writer->write(m_path, content(), ++m_saves);
}

} // namespace mooring
