#include "core/inference/networksettings.h"

#include <QRegularExpression>

namespace mooring {

using namespace Qt::StringLiterals;
using Kind = NetworkItem::Kind;

namespace {

constexpr char kFolder[] = ".mooring-network/";
constexpr char kPlace[] = "/etc/mooring-network/";

QByteArray fileOf(Kind kind)
{
    return kind == Kind::CaBundle ? "ca.crt" : kind == Kind::PipConfig ? "pip.conf" : "condarc";
}

QByteArray variablesOf(Kind kind)
{
    const QByteArray file = kPlace + fileOf(kind);
    if (kind == Kind::PipConfig)
        return "PIP_CONFIG_FILE=" + file;
    if (kind == Kind::CondaConfig)
        return "CONDARC=" + file;
    QByteArray text;
    for (const char *name : {"SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "PIP_CERT", "CONDA_SSL_VERIFY",
                             "GIT_SSL_CAINFO", "NODE_EXTRA_CA_CERTS"})
        text += (text.isEmpty() ? "" : " ") + QByteArray(name) + '=' + file;
    return text;
}

/// What a RUN in shell form gets before its command: mounts of secrets, and proxies read out of theirs.
struct RunPrefix
{
    QByteArray mounts, exports;
};

/// Instructions begin where the one before did not end with the escape character; a here-document's lines are its own.
QByteArray rewrite(const QByteArray &dockerfile, const QByteArray &afterFrom, const RunPrefix &run)
{
    static const QRegularExpression heredoc(u"<<-?\\s*[\"']?([A-Za-z_][A-Za-z0-9_]*)"_s);
    QByteArray out;
    bool continues = false, isFrom = false;
    QByteArray heredocEnd;
    for (const QByteArray &line : dockerfile.split('\n')) {
        const QByteArray bare = line.trimmed();
        const bool begins = !continues && heredocEnd.isEmpty() && !bare.isEmpty() && !bare.startsWith('#');
        QByteArray written = line;
        if (begins) {
            const QByteArray word = bare.left(bare.indexOf(' ') < 0 ? bare.size() : bare.indexOf(' ')).toUpper();
            isFrom = word == "FROM";
            const QByteArray rest = bare.mid(word.size()).trimmed();
            if (word == "RUN" && !run.mounts.isEmpty()) {
                const bool isPlain = !rest.startsWith('[') && !rest.startsWith("--") && !rest.startsWith("<<");
                written = "RUN " + run.mounts + (isPlain ? run.exports : QByteArray()) + rest;
            }
        }
        if (!heredocEnd.isEmpty()) {
            if (bare == heredocEnd)
                heredocEnd.clear();
        } else if (begins) {
            if (const auto match = heredoc.match(QString::fromUtf8(line)); match.hasMatch() && !isFrom)
                heredocEnd = match.captured(1).toUtf8();
        }
        out += written + '\n';
        if (heredocEnd.isEmpty())
            continues = (begins || continues) && (bare.endsWith('\\') || bare.isEmpty() || bare.startsWith('#'));
        if (isFrom && !continues) {
            out += afterFrom;
            isFrom = false;
        }
    }
    if (!dockerfile.endsWith('\n') || out.endsWith("\n\n"))
        out.chop(1);
    return out;
}

} // namespace

NetworkedBuild withNetwork(const QByteArray &dockerfile, const std::vector<NetworkItem> &items)
{
    NetworkedBuild build;
    QByteArray variables;
    RunPrefix run;
    const auto addSecret = [&](const QString &id, const QString &file, const QString &variable,
                               const QByteArray &target) {
        build.secrets.push_back({id, file, variable});
        run.mounts += "--mount=type=secret,id=" + id.toUtf8() + ",target=" + target + ' ';
    };
    for (const NetworkItem &item : items) {
        if (item.kind == Kind::Proxy && item.hasCredentials) {
            const QByteArray name = item.id.toUtf8(), lower = name.toLower();
            const QByteArray target = "/run/secrets/mooring-" + lower;
            addSecret(u"mooring-"_s + QString::fromUtf8(lower), {}, item.origin, target);
            run.exports +=
                "export " + name + "=\"$(cat " + target + ")\" && export " + lower + "=\"$" + name + "\" && ";
        } else if (item.kind == Kind::Proxy) {
            for (const QString &name : {item.id, item.id.toLower()})
                build.buildArguments[name] = build.containerVariables[name] = QString::fromUtf8(item.content);
        } else {
            if (item.hasCredentials)
                addSecret(u"mooring-"_s + item.id, item.origin, {}, kPlace + fileOf(item.kind));
            else
                build.files.emplace_back(kFolder + fileOf(item.kind), item.content);
            // A path that leads nowhere once the build is over would stop pip: with a secret it is for RUN alone.
            if (!item.hasCredentials)
                variables += (variables.isEmpty() ? "" : " ") + variablesOf(item.kind);
            else
                run.exports += "export " + variablesOf(item.kind) + " && ";
        }
    }
    QByteArray afterFrom;
    if (!build.files.empty())
        afterFrom = QByteArray("COPY ") + kFolder + ' ' + kPlace + "\nENV " + variables + '\n';
    build.dockerfile = rewrite(dockerfile, afterFrom, run);
    if (build.containerVariables.size() > 0) {
        QString &exempt = build.containerVariables[u"NO_PROXY"_s]; // the server asks itself for its health
        exempt = exempt.isEmpty() ? u"localhost,127.0.0.1"_s : exempt + u",localhost,127.0.0.1"_s;
        build.containerVariables[u"no_proxy"_s] = exempt;
    }
    return build;
}

} // namespace mooring
