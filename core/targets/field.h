#pragma once

#include "core/base/result.h"

#include <QString>

#include <functional>
#include <map>
#include <vector>

namespace mooring {

/// One entry of a kind's form. The wizard page, `--set`, the export and the tests all read this one description.
struct Field
{
    enum class Type { Text, Port, Url, Path, Choice, Flag, Secret };
    QString id; ///< public: cli.md
    QString label;
    QString help; ///< what Mooring does with it, or read for it; one line
    Type type = Type::Text;
    bool required = false;
    QString fallback;    ///< default value, as text
    QStringList choices; ///< of Type::Choice
    /// Sees the value and all others; gives a sentence when it is wrong, else empty.
    std::function<QString(const QString &value, const std::map<QString, QString> &all)> check;
    std::function<bool(const std::map<QString, QString> &all)> visible; ///< empty: always
    /// What Mooring reads into the value ("An alias of ~/.ssh/config, line 31"), shown in place of the help; may look
    /// at the disk, never at the network. Worker thread. Empty: nothing to say.
    std::function<QString(const QString &value, const std::map<QString, QString> &all)> reading{};
    bool rare = false;          ///< shown folded
    QStringList choiceTitles{}; ///< for people, one for each of `choices`; empty: the choices themselves

    bool isSecret() const { return type == Type::Secret; }
    static QString toWord(Type type); ///< stable: "text", "port" …
    Json toJson() const;              ///< of `kinds`
};

/// Values for a kind's fields. Secrets are held apart and never become text of the settings.
class FormValues
{
public:
    explicit FormValues(std::vector<Field> fields) : m_fields(std::move(fields)) {}

    /// An unknown id is an error with the nearest one; a secret field is refused (use setSecret).
    Result<> set(const QString &id, const QString &value);
    Result<> setSecret(const QString &id, const QByteArray &value);
    QString value(const QString &id) const; ///< the default when not set; empty for a secret
    QByteArray secret(const QString &id) const;
    /// All problems, in the order of the fields: {field id, sentence}. Empty: good.
    std::vector<std::pair<QString, QString>> problems() const;

    const std::vector<Field> &fields() const { return m_fields; }
    bool hasSecret(const QString &id) const;
    std::vector<std::pair<QString, QByteArray>> secrets() const; ///< those that were set
    Json settings() const;                                       ///< what was set, without secrets
    /// Takes over stored settings; entries of secret fields ({"stored":true}) are passed over.
    Result<> load(const Json &settings);

private:
    const Field *find(const QString &id) const;
    Result<const Field *> require(const QString &id) const;
    std::map<QString, QString> all() const;
    QString problemOf(const Field &field, const std::map<QString, QString> &all) const;

    std::vector<Field> m_fields;
    std::map<QString, QString> m_values;
    std::map<QString, QByteArray> m_secrets;
};

} // namespace mooring
