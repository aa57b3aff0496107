import { useState } from 'preact/hooks'
import type { GivenFile } from '../../engine/versions.ts'
import { useWords } from '../../language.ts'
import { chosenFiles, droppedFiles } from './given-files.ts'
import { versionWords } from './words.ts'

/** One of the two versions: what was given for it, and the ways to give something. */
export function VersionSide(props: {
  name: string
  /** What it is as long as nothing was given. */
  otherwise: string
  files: readonly GivenFile[]
  onFiles(files: readonly GivenFile[]): void
}) {
  const { name, otherwise, files, onFiles } = props
  const words = useWords(versionWords)
  const [isOver, setOver] = useState(false)
  const take = (chosen: Promise<GivenFile[]>) => void chosen.then(onFiles)
  return (
    <fieldset
      class={isOver ? 'version-side over' : 'version-side'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(droppedFiles(event.dataTransfer))
      }}
    >
      <legend>{name}</legend>
      <p role="status">
        <strong>{files.length === 0 ? otherwise : namesOf(files, words.given)}</strong>
      </p>
      <p class="quiet">{words.drop}</p>
      <div class="fields">
        <Picker label={words.files} isFolder={false} onFiles={take} />
        <Picker label={words.folder} isFolder onFiles={take} />
        {files.length > 0 && (
          <button type="button" onClick={() => onFiles([])}>
            {words.clear}
          </button>
        )}
      </div>
    </fieldset>
  )
}

function Picker(props: { label: string; isFolder: boolean; onFiles(files: Promise<GivenFile[]>): void }) {
  const { label, isFolder, onFiles } = props
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="file"
        multiple
        ref={(input) => {
          if (input !== null) input.webkitdirectory = isFolder
        }}
        {...(isFolder ? {} : { accept: '.yaml,.yml,.zip,.tgz,.gz' })}
        onChange={(event) => {
          onFiles(chosenFiles(event.currentTarget.files ?? []))
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}

function namesOf(files: readonly GivenFile[], word: string): string {
  const [first] = files
  if (first === undefined || files.length === 1) return first?.name ?? ''
  const [folder = ''] = first.name.split('/')
  return `${first.name.includes('/') ? `${folder}: ` : ''}${files.length} ${word}`
}
