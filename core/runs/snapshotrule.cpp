#include "core/runs/snapshotrule.h"

#include "core/base/files.h"

using namespace Qt::StringLiterals;

namespace mooring {

std::optional<IgnoreDecision> ruleAgainst(const QString &folder, const QByteArray &path)
{
    const auto contentOf = [&folder](const QByteArray &place, const char *name) {
        const QString file = folder + u'/' + QFile::decodeName(place.isEmpty() ? QByteArray(name) : place + '/' + name);
        return readWholeFile(file).valueOr({});
    };
    IgnoreRules rules;
    QByteArray place;
    for (qsizetype slash = path.indexOf('/');; slash = path.indexOf('/', slash + 1)) {
        rules.enter(place, contentOf(place, ".gitignore"), contentOf(place, ".amlignore"));
        const bool isFolder = slash >= 0;
        place = isFolder ? path.left(slash) : path;
        if (const auto decision = rules.decide(place, isFolder); decision && decision->leftOut)
            return decision;
        if (!isFolder)
            return {};
    }
}

} // namespace mooring
