#pragma once

#include "core/jobs/job.h"
#include "core/transport/ssh/hostkey.h"

#include <QPointer>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace mooring {

struct AppContext;
class Button;
class NoticeCard;
class TextLabel;

/// Adding a machine before it is attached: its name, then the key that it shows now, then the card of that key. Asks
/// the machine for its key and for nothing else, as a job. Hidden until begun.
class AddMachine : public QWidget
{
    Q_OBJECT
public:
    explicit AddMachine(const AppContext &context, QWidget *parent = nullptr);

    /// Shows the question; while a key is being fetched or decided about, that.
    void begin();

Q_SIGNALS:
    /// The key is trusted now, or was before.
    void added(const QString &fingerprint);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeQuestion();
    void fetch();
    void ended(const Job *job, const QString &host, const std::optional<HostKeyFinding> &finding);
    void showKey(const HostKeyFinding &finding);
    void setBusy(bool busy);
    void tell(const QString &sentence, bool isProblem = true);
    void finish();

    const AppContext &m_context;
    QVBoxLayout *m_column;
    NoticeCard *m_question = nullptr;
    QLineEdit *m_host = nullptr;
    TextLabel *m_said = nullptr;
    Button *m_cancel = nullptr;
    Button *m_fetch = nullptr;
    QPointer<Job> m_job;
    QPointer<QWidget> m_card; ///< of the key that was shown
};

} // namespace mooring
