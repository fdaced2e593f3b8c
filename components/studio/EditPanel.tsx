import { useState } from 'preact/hooks';
import { withView, type Edit, type Gesture } from './edit.ts';
import { EditTools } from './EditTools.tsx';
import type { Framing } from './framing.ts';
import { StraightenBar } from './StraightenBar.tsx';
import type { StudioEvent } from './studio-state.ts';
import { ZoomBar } from './ZoomBar.tsx';

interface EditPanelProps {
  readonly framing: Framing;
  readonly dispatch: (event: StudioEvent) => void;
}

/** Everything that changes the framing without touching the picture itself. */
export const EditPanel = ({ framing, dispatch }: EditPanelProps) => {
  const { crop, edit } = framing;
  const [straightening, setStraightening] = useState(false);
  const onEdit = (next: Edit, gesture: Gesture | null) =>
    dispatch({ type: 'edited', edit: next, gesture });
  return (
    <div class="edit-panel" data-straightening={straightening}>
      <ZoomBar
        crop={crop}
        view={edit.view}
        onView={(view, gesture) => onEdit(withView(crop, edit, view), gesture)}
      />
      <StraightenBar crop={crop} edit={edit} onEdit={onEdit} />
      <EditTools
        framing={framing}
        dispatch={dispatch}
        straightening={straightening}
        onStraightening={setStraightening}
      />
    </div>
  );
};
