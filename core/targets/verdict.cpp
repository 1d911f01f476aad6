#include "core/targets/ladder.h"

#include <QCoreApplication>

#include <array>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

struct Name
{
    Verdict verdict;
    const char16_t *word;
    const char *text;
};

constexpr std::array kNames{
    Name{Verdict::Waiting, u"waiting", QT_TRANSLATE_NOOP("mooring::Ladder", "Waiting")},
    Name{Verdict::Running, u"running", QT_TRANSLATE_NOOP("mooring::Ladder", "Running")},
    Name{Verdict::Passed, u"passed", QT_TRANSLATE_NOOP("mooring::Ladder", "Passed")},
    Name{Verdict::Warned, u"warned", QT_TRANSLATE_NOOP("mooring::Ladder", "Warned")},
    Name{Verdict::Failed, u"failed", QT_TRANSLATE_NOOP("mooring::Ladder", "Failed")},
    Name{Verdict::Skipped, u"skipped", QT_TRANSLATE_NOOP("mooring::Ladder", "Skipped")},
};

} // namespace

QString toWord(Verdict verdict) { return QString::fromUtf16(kNames[size_t(verdict)].word); }

QString toText(Verdict verdict) { return QCoreApplication::translate("mooring::Ladder", kNames[size_t(verdict)].text); }

std::optional<Verdict> verdictFromWord(const QString &word)
{
    for (const Name &name : kNames) {
        if (word == QStringView(name.word))
            return name.verdict;
    }
    return {};
}

} // namespace mooring
