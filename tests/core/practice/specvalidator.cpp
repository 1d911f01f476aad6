#include "tests/core/practice/specvalidator.h"

#include "core/base/process.h"

#include <QFile>
#include <QTemporaryDir>

namespace mooring::test {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *kSpecifications[] = {"machinelearningservices/resource-manager/**/2024-10-01/*.json",
                                           "machinelearningservices/data-plane/**/2019-09-30/*.json",
                                           "batch/**/*.json",
                                           "containerinstance/**/*.json",
                                           "hdinsight/**/*.json",
                                           "databricks/**/*.json",
                                           "datalake-analytics/**/*.json",
                                           "containerservice/**/2024-09-01/*.json",
                                           "resources/**/*.json",
                                           "authorization/**/*.json",
                                           "containerregistry/**/*.json",
                                           "compute/**/virtualMachine.json",
                                           "network/**/networkInterface.json",
                                           "network/**/publicIpAddress.json",
                                           "storage/resource-manager/**/*.json"};

} // namespace

bool canJudge()
{
    return qEnvironmentVariableIsSet("MOORING_AZURE_SPECS") &&
           QFile::exists(QStringLiteral(MOORING_OAV) + u"/.complete"_s);
}

std::vector<JudgedExchange> judged(const QString &recordings)
{
    const QTemporaryDir home; // the validator writes its own logs there
    Command command;
    command.program = u"node"_s;
    command.arguments = {QStringLiteral(MOORING_SOURCE_DIR) + u"/tests/fixtures/azure/validate.js"_s,
                         QStringLiteral(MOORING_OAV) + u"/node_modules"_s,
                         qEnvironmentVariable("MOORING_AZURE_SPECS") + u"/specification"_s, recordings};
    for (const char *pattern : kSpecifications)
        command.arguments << QString::fromLatin1(pattern);
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
