#pragma once

#include "core/base/process.h"
#include "core/environments/environmenthost.h"

#include <QTemporaryDir>

namespace mooring::test {

/// This computer as a host of environments: real sh, a folder of its own.
class ScriptHost : public EnvironmentHost
{
public:
    QTemporaryDir folder;
    QStringList environment; ///< extra "NAME=value" of every script
    int scripts = 0;

    QString environmentsFolder() const override { return folder.filePath(QStringLiteral("environments")); }
    Result<QByteArray> runScript(const QByteArray &script, const QStringList &arguments,
                                 std::chrono::milliseconds limit, const CancelToken &cancel) override
    {
        ++scripts;
        Command command;
        command.program = QStringLiteral("/bin/sh");
        command.arguments = QStringList{QStringLiteral("-s"), QStringLiteral("--")} + arguments;
        command.input = script;
        command.limit = limit;
        command.environment = environment;
        const auto output = runCommand(command, cancel);
        if (!output)
            return output.error();
        if (!output->succeeded())
            return Error::failed(QStringLiteral("host.scriptFailed"), QStringLiteral("A script failed."))
                .withCause(QString::fromUtf8(output->errors.trimmed().split('\n').last()));
        return output->output;
    }

    /// An executable file in the host's folder.
    QString program(const QString &name, const QByteArray &content)
    {
        const QString path = folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(content);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
};

} // namespace mooring::test
