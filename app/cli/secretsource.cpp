#include "app/cli/secretsource.h"

#include "app/cli/output.h"
#include "core/base/files.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <iostream>
#include <string>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SecretSource", text); }

Result<QByteArray> fromStandardInput(const QString &field)
{
    if (Output::stdinIsTerminal())
        return Error::usage(QStringLiteral("secret.stdinIsTerminal"),
                            tr("--secret %1=- reads one line of standard input, which is a terminal here.").arg(field))
            .withFix(tr("Pipe it in, or use @FILE or env:VAR."));
    std::string line;
    if (!std::getline(std::cin, line))
        return Error::usage(QStringLiteral("secret.missing"),
                            tr("Standard input ended before the secret for %1 came.").arg(field));
    return QByteArray::fromStdString(line);
}

} // namespace

Result<std::pair<QString, QString>> parseAssignment(const QString &option, const QString &text)
{
    const auto equals = text.indexOf(u'=');
    if (equals <= 0)
        return Error::usage(QStringLiteral("usage.assignment"),
                            tr("%1 takes FIELD=VALUE, and “=” is missing.").arg(option));
    return std::pair(text.left(equals), text.mid(equals + 1));
}

Result<QByteArray> readSecret(const QString &field, const QString &source)
{
    if (source == u"-")
        return fromStandardInput(field);
    if (source.startsWith(u'@')) {
        auto content = readWholeFile(source.mid(1), 1024 * 1024);
        if (content && content->endsWith('\n'))
            content->chop(content->endsWith("\r\n") ? 2 : 1);
        return content;
    }
    if (source.startsWith(QStringLiteral("env:"))) {
        const QByteArray variable = source.mid(4).toUtf8();
        if (!qEnvironmentVariableIsSet(variable.constData()))
            return Error::usage(QStringLiteral("secret.missing"),
                                tr("The environment has no variable %1.").arg(source.mid(4)));
        return qgetenv(variable.constData());
    }
    return Error::usage(QStringLiteral("secret.inArguments"),
                        tr("A secret never stands on the command line, where every user of this machine can read it."))
        .withFix(tr("Use --secret %1=- (one line of standard input), %1=@FILE or %1=env:VAR.").arg(field));
}

void addSecretOption(CLI::App &command, std::vector<std::string> &secrets)
{
    command.add_option("--secret", secrets, toStd(tr("A secret: F=- (one line of stdin), F=@FILE or F=env:VAR")))
        ->type_name("F=…")
        ->take_all()
        ->expected(1)
        ->allow_extra_args(false);
}

Result<std::map<QString, QByteArray>> readSecrets(const std::vector<std::string> &secrets)
{
    std::map<QString, QByteArray> values;
    for (const std::string &entry : secrets) {
        const auto pair = parseAssignment(QStringLiteral("--secret"), fromStd(entry));
        if (!pair)
            return pair.error();
        auto value = readSecret(pair->first, pair->second);
        if (!value)
            return value.error();
        values[pair->first] = *value;
    }
    return values;
}

} // namespace mooring
