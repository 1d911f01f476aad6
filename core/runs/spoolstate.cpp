#include "core/runs/spoolstate.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunSpool", text); }

/// Names are bytes; JSON is not.
std::string toText(const QByteArray &name) { return name.toPercentEncoding("/").toStdString(); }
QByteArray toName(const QString &text) { return QByteArray::fromPercentEncoding(text.toUtf8()); }

Json member(const Json &object, const char *key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() ? *found : Json();
}

QString sentence(const SpoolState::Mark &mark)
{
    const QString name = QString::fromUtf8(mark.name);
    if (mark.what == u"shorter")
        return tr("%1 became shorter on the target (%2 instead of %3). What was copied before stays; what came after "
                  "it is not copied.")
            .arg(name, humanSize(mark.hostSize), humanSize(mark.copied));
    if (mark.what == u"replaced")
        return tr("%1 was replaced by other content on the target. What was copied before stays; the new content is "
                  "not copied.")
            .arg(name);
    return tr("%1 is gone on the target. What was copied before stays.").arg(name);
}

} // namespace

const SpoolState::Mark *SpoolState::markOf(const QByteArray &name) const
{
    const auto found = std::find_if(marks.begin(), marks.end(), [&](const Mark &mark) { return mark.name == name; });
    return found == marks.end() ? nullptr : &*found;
}

QStringList SpoolState::notices() const
{
    QStringList list;
    for (const Mark &mark : marks)
        list << sentence(mark);
    return list;
}

Json SpoolState::toJson() const
{
    Json files = Json::object(), lacks = Json::array(), listed = Json::array();
    for (const auto &[name, size] : synced)
        files[toText(name)] = size;
    for (const Mark &mark : marks)
        lacks.push_back({{"file", toText(mark.name)},
                         {"what", toStd(mark.what)},
                         {"copied", mark.copied},
                         {"hostSize", mark.hostSize},
                         {"at", timeOrNull(mark.at)}});
    for (const HostFile &file : outputs)
        listed.push_back({{"path", toText(file.path)}, {"size", file.size}});
    return {{"hostFolder", toStd(hostFolder)}, {"boot", boot.toStdString()},         {"synced", std::move(files)},
            {"marks", std::move(lacks)},       {"endSeenAt", timeOrNull(endSeenAt)}, {"complete", complete},
            {"outputs", std::move(listed)},    {"outputsAt", timeOrNull(outputsAt)}};
}

SpoolState SpoolState::fromJson(const Json &value)
{
    SpoolState state;
    if (!value.is_object())
        return state;
    state.hostFolder = stringAt(value, "hostFolder");
    state.boot = stringAt(value, "boot").toUtf8();
    if (const Json files = member(value, "synced"); files.is_object()) {
        for (const auto &[name, size] : files.items()) {
            if (size.is_number_integer())
                state.synced[toName(fromStd(name))] = size.get<qint64>();
        }
    }
    for (const Json &mark : member(value, "marks")) {
        if (mark.is_object())
            state.marks.push_back({toName(stringAt(mark, "file")), stringAt(mark, "what"), intAt(mark, "copied"),
                                   intAt(mark, "hostSize"), timeAt(mark, "at").value_or(QDateTime())});
    }
    for (const Json &file : member(value, "outputs")) {
        if (file.is_object())
            state.outputs.push_back({toName(stringAt(file, "path")), intAt(file, "size")});
    }
    state.endSeenAt = timeAt(value, "endSeenAt");
    state.outputsAt = timeAt(value, "outputsAt");
    state.complete = boolAt(value, "complete");
    return state;
}

} // namespace mooring
