#include "core/transport/docker/buildsteps.h"

#include <QRegularExpression>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLineLimit = 64 * 1024;
constexpr size_t kMostSteps = 10000;

} // namespace

Json BuildStep::toJson() const
{
    return {{"number", number},
            {"total", total > 0 ? Json(total) : Json()},
            {"instruction", toStd(instruction)},
            {"cached", isCached},
            {"failed", hasFailed},
            {"ms", ms ? Json(*ms) : Json()},
            {"reason", textOrNull(reason)}};
}

BuildStep BuildStep::fromJson(const Json &value)
{
    BuildStep step;
    step.number = int(intAt(value, "number"));
    step.total = int(intAt(value, "total"));
    step.instruction = stringAt(value, "instruction");
    step.isCached = boolAt(value, "cached");
    step.hasFailed = boolAt(value, "failed");
    step.ms = optionalIntAt(value, "ms");
    step.reason = stringAt(value, "reason");
    return step;
}

void BuildSteps::add(const QByteArray &text)
{
    m_line += text;
    qsizetype begin = 0;
    for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n', begin)) {
        addLine(QString::fromUtf8(QByteArrayView(m_line).sliced(begin, end - begin)).trimmed());
        begin = end + 1;
    }
    m_line.remove(0, begin);
    if (m_line.size() > kLineLimit) // a line without end is no step
        m_line.clear();
}

BuildStep *BuildSteps::openStep() { return m_steps.empty() || m_steps.back().ms ? nullptr : &m_steps.back(); }

void BuildSteps::begin(int number, int total, const QString &instruction, const QString &key)
{
    if (m_steps.size() >= kMostSteps)
        return;
    BuildStep step;
    step.number = number;
    step.total = total;
    step.instruction = instruction;
    m_steps.push_back(step);
    m_keys.push_back(key);
    m_began.push_back(m_clock.elapsed());
    if (m_onStep)
        m_onStep(m_steps.back(), false);
}

void BuildSteps::finish(BuildStep &step, std::optional<qint64> ms)
{
    if (step.ms)
        return;
    const auto at = size_t(&step - m_steps.data());
    step.ms = ms ? *ms : m_clock.elapsed() - m_began[at];
    if (m_onStep)
        m_onStep(step, true);
}

void BuildSteps::addLine(const QString &line)
{
    static const QRegularExpression classic(
        u"\\A(?:Step (\\d+)/(\\d+) : |STEP (\\d+)/(\\d+): |STEP (\\d+): )(.*)\\z"_s);
    if (line.startsWith(u'#')) {
        addKitLine(line);
        return;
    }
    if (const auto match = classic.match(line); match.hasMatch()) {
        if (BuildStep *before = openStep())
            finish(*before, {});
        const auto number = [&match](int a, int b) {
            return match.captured(a).isEmpty() ? match.captured(b).toInt() : match.captured(a).toInt();
        };
        const int total = number(2, 4);
        begin(total > 0 ? number(1, 3) : match.captured(5).toInt(), total, match.captured(6), {});
    } else if (line.startsWith(u"---> Using cache") || line.startsWith(u"--> Using cache")) {
        if (BuildStep *step = openStep())
            step->isCached = true;
    }
}

bool BuildSteps::addKitLine(const QString &line)
{
    static const QRegularExpression start(u"\\A#(\\d+) \\[(?:[^\\]]*? )?(\\d+)/(\\d+)\\] (.*)\\z"_s);
    static const QRegularExpression ending(u"\\A#(\\d+) (?:DONE ([0-9.]+)s|(CACHED)|ERROR\\b.*|(CANCELED))\\z"_s);
    const auto stepOf = [this](const QString &key) -> BuildStep * {
        for (size_t i = m_keys.size(); i-- > 0;) {
            if (m_keys[i] == key)
                return &m_steps[i];
        }
        return nullptr;
    };
    if (const auto match = start.match(line); match.hasMatch()) {
        if (!stepOf(match.captured(1))) // repeated when its output goes on
            begin(match.captured(2).toInt(), match.captured(3).toInt(), match.captured(4), match.captured(1));
        return true;
    }
    const auto match = ending.match(line);
    BuildStep *step = match.hasMatch() ? stepOf(match.captured(1)) : nullptr;
    if (!step)
        return false;
    step->isCached = !match.captured(3).isEmpty();
    step->hasFailed = !step->isCached && match.captured(2).isEmpty();
    const bool isTold = !match.captured(2).isEmpty();
    finish(*step, isTold ? std::optional(qint64(match.captured(2).toDouble() * 1000)) : std::nullopt);
    return true;
}

void BuildSteps::end(bool succeeded)
{
    if (!m_line.isEmpty())
        addLine(QString::fromUtf8(std::exchange(m_line, {})).trimmed());
    for (BuildStep &step : m_steps) {
        if (step.ms)
            continue;
        step.hasFailed = !succeeded;
        finish(step, {});
    }
}

} // namespace mooring
