#include "tests/core/practice/specvalidator.h"

#include "core/base/process.h"

#include <QFile>
#include <QTemporaryDir>

namespace mooring::test {

using namespace Qt::StringLiterals;

bool canJudge()
{
    return qEnvironmentVariableIsSet("MOORING_AZURE_SPECS") &&
           QFile::exists(QStringLiteral(MOORING_OAV) + u"/.complete"_s);
}

std::vector<JudgedExchange> judged(const QString &recordings, const QStringList &specifications)
{
    const QTemporaryDir home; // the validator writes its own logs there
    Command command;
    command.program = u"node"_s;
    command.arguments = {QStringLiteral(MOORING_SOURCE_DIR) + u"/tests/fixtures/azure/validate.js"_s,
                         QStringLiteral(MOORING_OAV) + u"/node_modules"_s,
                         qEnvironmentVariable("MOORING_AZURE_SPECS") + u"/specification"_s, recordings};
    command.arguments += specifications;
    command.environment = {u"HOME="_s + home.path()};
    command.limit = std::chrono::seconds(400);
    const auto ran = runCommand(command, {});
    std::vector<JudgedExchange> all;
    if (!ran || !ran->succeeded()) {
        qWarning("%s", ran ? ran->errors.right(4000).constData() : qPrintable(ran.error().text()));
        return all;
    }
    for (const QByteArray &line : ran->output.split('\n')) {
        const Json result = Json::parse(line.begin(), line.end(), nullptr, false);
        if (result.is_object())
            all.push_back({stringAt(result, "file"), stringAt(result, "operation"), result["errors"]});
    }
    return all;
}

} // namespace mooring::test
