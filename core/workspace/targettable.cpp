#include "core/workspace/targettable.h"

#include "core/base/jsontext.h"
#include "core/base/redactor.h"
#include "core/base/text.h"
#include "core/workspace/sqlconnection.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

const QString kLocal = u"local"_s;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Workspace", text); }

TargetRecord thisComputer()
{
    TargetRecord local;
    local.name = local.kind = local.identity = kLocal;
    return local;
}

/// A document that cannot be read is still a target: what the columns say is shown, nothing is made up.
TargetRecord recordOf(const QSqlQuery &row)
{
    const QByteArray text = row.value(3).toString().toUtf8();
    const Json document = readJson(text);
    if (auto read = TargetRecord::fromStoreJson(document.is_discarded() ? Json() : document))
        return std::move(read).value();
    TargetRecord target;
    target.name = row.value(0).toString();
    target.kind = row.value(1).toString();
    target.identity = row.value(2).toString();
    return target;
}

/// What programs answered may quote a secret: it must not reach the disk.
void redact(Json &value)
{
    if (value.is_string())
        value = toStd(Redactor::instance().redact(fromStd(value.get<std::string>())));
    else if (value.is_structured())
        for (auto &item : value)
            redact(item);
}

Json documentOf(const TargetRecord &target)
{
    Json document = target.toStoreJson();
    for (const char *key : {"lastCheck", "log"}) {
        if (document.contains(key))
            redact(document[key]);
    }
    return document;
}

Error unknown(const QString &name, const std::vector<TargetRecord> &targets)
{
    QStringList names;
    for (const TargetRecord &target : targets)
        names << target.name;
    const QString nearest = nearestWord(name, names);
    return Error::usage(u"target.unknown"_s, tr("There is no compute target named “%1”.").arg(name))
        .withFix(nearest.isEmpty() ? tr("The targets are: %1.").arg(names.join(u", "_s))
                                   : tr("Did you mean “%1”?").arg(nearest))
        .withDetail({{"target", toStd(name)}, {"nearest", textOrNull(nearest)}});
}

} // namespace

Result<std::vector<TargetRecord>> TargetTable::all()
{
    std::vector<TargetRecord> list;
    auto read =
        m_connection.run(u"SELECT name, kind, identity, document FROM targets ORDER BY name COLLATE NOCASE, name"_s, {},
                         [&](const QSqlQuery &row) { list.push_back(recordOf(row)); });
    if (!read)
        return read.error();
    const auto local =
        std::find_if(list.begin(), list.end(), [](const TargetRecord &target) { return target.name == kLocal; });
    if (local == list.end())
        list.insert(list.begin(), thisComputer());
    else
        std::rotate(list.begin(), local, local + 1);
    return list;
}

Result<TargetRecord> TargetTable::find(const QString &name)
{
    auto list = all();
    if (!list)
        return list.error();
    for (TargetRecord &target : *list) {
        if (target.name == name)
            return std::move(target);
    }
    return unknown(name, *list);
}

Result<> TargetTable::save(const TargetRecord &target)
{
    if (target.name.isEmpty())
        return Error::usage(u"target.noName"_s, tr("A compute target needs a name."));
    if (!target.identity.isEmpty()) {
        auto other = m_connection.value(u"SELECT name FROM targets WHERE identity=? AND name<>?"_s,
                                        {target.identity, target.name});
        if (!other)
            return other.error();
        if (other->isValid()) {
            return Error::of(ErrorKind::AlreadyAttached, u"target.alreadyAttached"_s,
                             tr("This resource is attached already, as “%1”.").arg(other->toString()))
                .withFix(tr("Use “%1”, or detach it first.").arg(other->toString()))
                .withDetail({{"target", toStd(other->toString())}, {"identity", toStd(target.identity)}});
        }
    }
    return m_connection.run(
        u"INSERT INTO targets (name, kind, identity, document) VALUES (?,?,?,?) ON CONFLICT (name) DO UPDATE SET "
        "kind=excluded.kind, identity=excluded.identity, document=excluded.document"_s,
        {target.name, target.kind, target.identity, QString::fromUtf8(toBytes(documentOf(target)))});
}

Result<> TargetTable::remove(const QString &name)
{
    if (name == kLocal)
        return Error::usage(u"target.builtin"_s, tr("This computer (“local”) is always there and cannot be detached."));
    if (auto there = find(name); !there)
        return there.error();
    return m_connection.run(u"DELETE FROM targets WHERE name=?"_s, {name});
}

} // namespace mooring
