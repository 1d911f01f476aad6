#pragma once

#include "core/azure/ml/mltargets.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace mooring {

class Button;
class CodeBox;
class TableView;
class TextLabel;

/// The step before the last, where what is attached goes to a service: every value that goes, the request as it goes
/// out with its secrets as dots, and the consent, which is off at first.
class SendStep : public QWidget
{
    Q_OBJECT
public:
    explicit SendStep(QWidget *parent = nullptr);

    void setSending(const QString &target, const MlSending &sending);
    /// Nothing goes out, or the person agrees to it.
    bool mayGo() const;
    /// False: Mooring keeps it as its own record.
    bool isSent() const { return m_sending.isSent; }
    void focusConsent();
    /// Labels of the secrets that leave this computer.
    QStringList secrets() const;

Q_SIGNALS:
    void consentChanged();

private:
    void fill(const QString &target);

    MlSending m_sending;
    TextLabel *m_head;
    TextLabel *m_nothing;
    TableView *m_table;
    QWidget *m_requestHead;
    CodeBox *m_request;
    QCheckBox *m_consent;
};

/// Beside it: what the service does with it, numbered, what stays after a detach, what the service asks for.
QWidget *sendSide(const TargetKind &kind, const MlSending &sending, QWidget *parent = nullptr);

/// A document in lines of at most `columns`, long texts broken behind a slash where they have one.
QString inLines(const QString &text, qsizetype columns);

} // namespace mooring
