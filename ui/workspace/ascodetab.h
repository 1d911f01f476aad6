#pragma once

#include "ui/widgets/sameasbox.h"

#include <functional>

namespace mooring {

/// The tab "As code" of a target, a run or an endpoint: the same thing in several languages, read anew whenever the tab
/// comes up.
class AsCodeTab : public QWidget
{
    Q_OBJECT
public:
    /// On a worker thread; what it uses must outlive the page. Empty: nothing to say.
    using Read = std::function<std::vector<SameAs>()>;
    explicit AsCodeTab(Read read, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    Read m_read;
    SameAsBox *m_box;
};

} // namespace mooring
