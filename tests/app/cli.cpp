#include "tests/app/cli.h"

#include "core/base/files.h"

namespace mooring::test {

using namespace Qt::StringLiterals;

Cli::Cli() { qunsetenv("MOORING_PROFILE"); }

Command Cli::command(const QStringList &words) const
{
    Command command;
    command.program = QStringLiteral(MOORING_BINARY);
    command.arguments = QStringList{u"--profile"_s, profile()} + words;
    command.folder = m_folder.path();
    command.limit = std::chrono::seconds(60);
    return command;
}

CommandOutput Cli::run(const QStringList &words, const QByteArray &input) const
{
    Command wanted = command(words);
    wanted.input = input;
    const auto output = runCommand(wanted, {});
    if (!output) {
        qWarning("%s", qPrintable(output.error().text()));
        return {-1, 0, {}, {}, 0};
    }
    return *output;
}

Json Cli::json(QStringList words) const
{
    words.prepend(u"--json"_s);
    const CommandOutput output = run(words);
    if (output.exitCode != 0)
        qWarning("exit %d: %s", output.exitCode, output.errors.constData());
    return Json::parse(output.output.toStdString(), nullptr, false);
}

Json Cli::error(QStringList words, int exitCode) const
{
    words.prepend(u"--json"_s);
    const CommandOutput output = run(words);
    if (output.exitCode != exitCode)
        qWarning("exit %d instead of %d: %s%s", output.exitCode, exitCode, output.output.constData(),
                 output.errors.constData());
    if (output.exitCode != exitCode || !output.output.isEmpty())
        return {};
    // Talk may stand before the document, which is the last line.
    const Json document = Json::parse(output.errors.trimmed().split('\n').last().toStdString(), nullptr, false);
    return document.is_object() && document.contains("error") ? document["error"] : Json();
}

QString Cli::source(const QString &name, const QByteArray &script) const
{
    const QString folder = m_folder.filePath(u"source-"_s + name.section(u'.', 0, 0));
    QDir().mkpath(folder);
    if (auto written = writeFileAtomically(folder + u'/' + name, script, 0644); !written)
        qWarning("%s", qPrintable(written.error().text()));
    return folder;
}

} // namespace mooring::test
