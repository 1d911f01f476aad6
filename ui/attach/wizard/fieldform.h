#pragma once

#include "ui/attach/wizard/attachdraft.h"

#include <QWidget>

#include <map>

class QLineEdit;

namespace mooring {

class Button;
class Form;
class FormRow;

/// The form of any kind, made from its fields and from nothing else. Writes into the draft as one types.
class FieldForm : public QWidget
{
    Q_OBJECT
public:
    /// For the draft's kind at this time; the draft must outlive the form.
    explicit FieldForm(AttachDraft &draft, QWidget *parent = nullptr);

    /// Names of the targets that there are.
    void setTakenNames(const QStringList &names);
    /// No keychain: secrets are kept for this session, and the boxes say so.
    void setKeychain(bool there);
    /// All fields; focuses the first wrong one. Null: good.
    FormRow *checkAll();
    /// A sentence of the service about one field; false when it has no such row.
    bool showProblem(const QString &field, const QString &sentence);
    FormRow *row(const QString &field) const;
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    void addName();
    void addField(const Field &field);
    QWidget *makeField(const Field &field);
    QWidget *makeChoice(const Field &field);
    QWidget *makePath(const Field &field);
    QWidget *makeSecret(const Field &field);
    void addKeepBox(const Field &field, FormRow *row);
    void fieldEdited();
    void showVisible();
    void readAll();
    void suggestName();

    AttachDraft &m_draft;
    std::vector<Field> m_fields;
    Form *m_form;
    QLineEdit *m_name = nullptr;
    FormRow *m_nameRow = nullptr;
    Button *m_fold = nullptr;
    std::map<QString, FormRow *> m_rows;
    QList<QWidget *> m_keepBoxes;
    QStringList m_taken;
    int m_reading = 0;   ///< number of the last reading; answers of earlier ones are dropped
    QString m_suggested; ///< the name that we put in; at first none
};

/// A form's name for a thing: "mlops@box.lan:22" gives "box.lan", a resource ID its last part; empty when nothing is
/// left that is a plain name.
QString suggestedName(const QString &text);

} // namespace mooring
