#pragma once

#include <QWidget>

namespace mooring {

class Button;
class ElidedLabel;
class TextLabel;
struct PracticeState;

/// The band over the whole window while the practice lab runs: nothing pretend can be taken for real, and nothing real
/// for pretend. A landmark: F6 begins here.
class PracticeBand : public QWidget
{
    Q_OBJECT
public:
    explicit PracticeBand(QWidget *parent = nullptr);

    /// `isOpen`: the window shows a workspace of the lab. Hidden while the lab does not run.
    void tell(const PracticeState &state, bool isOpen);

Q_SIGNALS:
    void faultsWanted();
    void leaveWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    TextLabel *m_title;
    ElidedLabel *m_sentence;
    Button *m_faults;
    Button *m_leave;
};

} // namespace mooring
