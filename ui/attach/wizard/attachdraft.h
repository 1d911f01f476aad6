#pragma once

#include "core/targets/targetservice.h"

#include <QCoreApplication>

namespace mooring {

/// A target that is being described: kind, name, values, secrets. Knows no widget and touches no disk. Values of a kind
/// stay when another one is looked at. The problems are sentences; empty: good.
class AttachDraft
{
    Q_DECLARE_TR_FUNCTIONS(mooring::AttachDraft)
public:
    /// The form of a kind; it may not be the same in every workspace.
    using FieldsOf = std::function<std::vector<Field>(const TargetKind &)>;
    /// `kinds` must outlive the draft. Without `fieldsOf`: the kind's own form.
    explicit AttachDraft(const KindRegistry &kinds, FieldsOf fieldsOf = {})
        : m_kinds(kinds), m_fieldsOf(std::move(fieldsOf))
    {
    }

    const TargetKind *kind() const; ///< null: none chosen yet
    void setKind(const QString &id);
    std::vector<Field> fields() const; ///< of the kind; none without one
    QString name() const { return m_name; }
    void setName(const QString &name) { m_name = name.trimmed(); }

    QString value(const QString &field) const; ///< the default when nothing was given
    void setValue(const QString &field, const QString &value);
    void setSecret(const QString &field, const QByteArray &secret);
    /// Whether the secret is to go into the keychain. At first: yes.
    void setKept(const QString &field, bool kept);
    bool isKept(const QString &field) const;
    void clearSecrets();
    void clear();
    /// Name and values of something that was found; the rest of the kind's values goes.
    void take(const FoundTarget &found);

    /// What the fields that are to be seen hold.
    FormValues values() const;
    std::map<QString, QString> all() const; ///< of all fields but secrets, for the functions of a Field
    QString problemOf(const QString &field) const;
    /// `taken`: names of the targets that there are.
    QString nameProblem(const QStringList &taken) const;
    AttachRequest request() const;

    /// Nothing was told yet that would be lost.
    bool isEmpty() const;
    QString title() const; ///< the name, else what it will be
    /// Without secrets.
    Json content() const;
    void load(const Json &content);

private:
    struct Told
    {
        std::map<QString, QString> values;
        std::map<QString, QByteArray> secrets;
        QStringList forNow; ///< secrets that are not to be kept
    };
    const Told &told() const;

    const KindRegistry &m_kinds;
    FieldsOf m_fieldsOf;
    QString m_kind;
    QString m_name;
    std::map<QString, Told> m_told; ///< by kind
};

/// The same thing as a command line, a word each; secrets are named, not said: "--secret", "password=-".
QStringList attachCommand(const QString &kind, const QString &name, const FormValues &values, const Json &facts);

} // namespace mooring
