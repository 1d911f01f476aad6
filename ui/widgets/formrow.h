#pragma once

#include <QWidget>

#include <functional>

class QBoxLayout;
class QTimer;

namespace mooring {

class GlyphLabel;
class TextLabel;

/// One line of a form: label, field (or several side by side), help, and the error in the help's place.
/// The check runs when the field is left; while typing it can only take an error away. The network is never asked.
class FormRow : public QWidget
{
    Q_OBJECT
public:
    FormRow(const QString &label, QWidget *field, const QString &help, QWidget *parent = nullptr);

    QWidget *field() const { return m_field; }
    QString label() const;
    /// Beside the field, in the same line: "Keep in the keychain", "Choose…".
    void addBeside(QWidget *widget);
    void setHelp(const QString &help);
    /// Gives a sentence when the field is wrong.
    void setCheck(std::function<QString()> check);
    /// Runs the check now and shows what it says. True: good. A hidden row is good.
    bool check();
    void setError(const QString &error);
    QString error() const { return m_error; }
    /// Label above the field instead of at its left.
    void setNarrow(bool narrow);

Q_SIGNALS:
    /// 300 ms after the last change of the field; for what has to look at the disk.
    void settled();
    void errorChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watchField();
    void fieldChanged();
    void showState();

    QWidget *m_field;
    QBoxLayout *m_line;
    QBoxLayout *m_fields;
    TextLabel *m_label;
    TextLabel *m_help;
    QWidget *m_errorLine;
    TextLabel *m_errorText;
    QTimer *m_settle;
    QString m_helpText;
    QString m_error;
    std::function<QString()> m_check;
};

} // namespace mooring
